package io.attune.bench.tracking;

import io.attune.bench.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Connections that each send a request as soon as the one before was answered, for some seconds. */
final class ClosedLoop {
    private static final int CONNECTIONS = 8;
    private static final long TURN = Duration.ofSeconds(4).toNanos();

    private ClosedLoop() {}

    /**
     * What a turn came to.
     *
     * @param workMicros what the server's process used of all processors, for each request
     */
    record Result(double perSecond, double workMicros, Latencies latencies) {}

    static Result run(TrackingTarget target, String call, Supplier<byte[]> bodies)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            Duration workBefore = target.work();
            long start = System.nanoTime();
            List<Future<List<Double>>> connections = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                connections.add(threads.submit(() -> requests(target, call, bodies, start + TURN)));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> connection : connections) {
                millis.addAll(connection.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(
                    millis.size() / seconds,
                    target.work().minus(workBefore).toNanos() / 1e3 / millis.size(),
                    new Latencies(
                            millis.stream().mapToDouble(Double::doubleValue).toArray()));
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Double> requests(TrackingTarget target, String call, Supplier<byte[]> bodies, long end) {
        List<Double> millis = new ArrayList<>();
        while (System.nanoTime() < end) {
            byte[] body = bodies.get();
            long sent = System.nanoTime();
            target.post(call, body);
            millis.add((System.nanoTime() - sent) / 1e6);
        }
        return millis;
    }
}
