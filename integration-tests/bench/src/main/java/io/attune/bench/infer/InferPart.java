package io.attune.bench.infer;

import io.attune.bench.Comparison;
import io.attune.bench.Latencies;
import io.attune.bench.Part;
import io.attune.bench.Workbench;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Scores over HTTP from the provisioned server: one row a request at 500 requests a second, whatever becomes of them, beside
 * requests that score nothing at the same rate; and batches of 1,000 rows, one after the other, beside the same rows scored
 * by one thread of this process. A request's time counts from the moment at which it was due.
 */
public final class InferPart implements Part {
    private static final String MODEL = "churn";
    private static final int RATE = 500;
    private static final long STEP = Duration.ofSeconds(1).toNanos() / RATE;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int BATCH = 1_000;
    private static final int SINGLES = 256;
    private static final long SEED = 13;

    @Override
    public List<Comparison> measure(Workbench workbench) {
        Scorer scorer = ModelRegistry.open(workbench.root().resolve("mojo-models/registry"))
                .champion(MODEL)
                .orElseThrow();
        try (Environment environment = Environment.start()) {
            InferTarget target =
                    new InferTarget(environment.nodes().first().node().url(), environment.user(Role.VIEWER));
            return measure(workbench, scorer, target);
        } catch (RuntimeException failed) {
            throw new IllegalStateException("scores over HTTP could not be measured", failed);
        }
    }

    private static List<Comparison> measure(Workbench workbench, Scorer scorer, InferTarget target) {
        Bodies bodies = new Bodies(scorer, SEED);
        List<HttpRequest> singles = new ArrayList<>();
        for (int single = 0; single < SINGLES; single++) {
            singles.add(target.infer(MODEL, bodies.body(bodies.rows(1))));
        }
        double[][] rows = bodies.rows(BATCH);
        HttpRequest batch = target.infer(MODEL, bodies.body(rows));
        requireSame(scorer, rows, InferTarget.sum(target.send(batch).join()));
        List<Latencies> scored = new ArrayList<>();
        List<Latencies> live = new ArrayList<>();
        List<Double> served = new ArrayList<>();
        List<Double> inProcess = new ArrayList<>();
        for (int turn = 0; turn < workbench.turns(); turn++) {
            int[] next = {0};
            Latencies ofScores = steady(target, () -> singles.get(next[0]++ % SINGLES));
            Latencies ofNothing = steady(target, target::live);
            double overHttp = perSecond(() -> target.send(batch).join());
            double here = perSecond(() -> sum(scorer, rows));
            if (workbench.counts(turn)) {
                scored.add(ofScores);
                live.add(ofNothing);
                served.add(overHttp);
                inProcess.add(here);
            }
            workbench.progress().show("infer", turn + 1L, workbench.turns());
        }
        String nothing = "the same without a score";
        return List.of(
                new Comparison("infer, 500 requests/s, p50", "ms", at(scored, 50), nothing, at(live, 50)),
                new Comparison("infer, 500 requests/s, p99", "ms", at(scored, 99), nothing, at(live, 99)),
                new Comparison("infer, batches of 1,000", "scores/s", served, "in process, 1 thread", inProcess));
    }

    private static List<Double> at(List<Latencies> latencies, double percent) {
        return latencies.stream().map(each -> each.percentile(percent)).toList();
    }

    private static Latencies steady(InferTarget target, Supplier<HttpRequest> requests) {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        long start = System.nanoTime();
        long steps = TURN.toSeconds() * RATE;
        for (int step = 0; step < steps; step++) {
            long due = start + step * STEP;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            sent.add(target.send(requests.get()).thenAccept(answer -> millis.add((System.nanoTime() - due) / 1e6)));
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        return new Latencies(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double perSecond(Runnable batch) {
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(4).toNanos();
        long batches = 0;
        while (System.nanoTime() < end) {
            batch.run();
            batches++;
        }
        return batches * BATCH * 1e9 / (System.nanoTime() - start);
    }

    private static double sum(Scorer scorer, double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += scorer.refusal(row).isPresent() ? 0 : scorer.answer(row);
        }
        return sum;
    }

    private static void requireSame(Scorer scorer, double[][] rows, double served) {
        if (sum(scorer, rows) != served) {
            throw new IllegalStateException(
                    "the server's scores add up to " + served + ", those of this process to " + sum(scorer, rows));
        }
    }
}
