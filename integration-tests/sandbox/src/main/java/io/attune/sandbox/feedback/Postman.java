package io.attune.sandbox.feedback;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Posts the services' feedback to the hub. A hub that is away or answers 429 or 5xx is tried again for about three minutes,
 * with growing pauses. Thread-safe.
 */
public final class Postman implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int ATTEMPTS = 40;

    private final AtomicInteger names = new AtomicInteger();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "sandbox-feedback-" + names.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client = client();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /** What became of the posts so far: taken by the hub, refused by it (4xx), given up. */
    public record Tally(long delivered, long refused, long lost) {}

    public Tally tally() {
        return new Tally(delivered.sum(), refused.sum(), lost.sum());
    }

    /** Runs a task after a pause, on a thread of the postman. */
    public void later(Duration pause, Runnable task) {
        try {
            var unused = threads.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            lost.increment();
        }
    }

    /** Completes with whether the hub took it. */
    public CompletableFuture<Boolean> post(String url, Map<String, List<String>> form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        headers.forEach(request::header);
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        HttpRequest built = request.build();
        later(Duration.ZERO, () -> attempt(built, 1, result));
        return result;
    }

    /** A form as it travels; signatures over a body need it beforehand. */
    public static String encoded(Map<String, List<String>> form) {
        return form.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private void attempt(HttpRequest request, int number, CompletableFuture<Boolean> result) {
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 300) {
                delivered.increment();
                result.complete(true);
            } else if (status >= 500 || status == 429) {
                again(request, number, result);
            } else {
                refused.increment();
                result.complete(false);
            }
        } catch (IOException away) {
            again(request, number, result);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            result.complete(false);
        }
    }

    private void again(HttpRequest request, int number, CompletableFuture<Boolean> result) {
        if (number >= ATTEMPTS || threads.isShutdown()) {
            lost.increment();
            result.complete(false);
            return;
        }
        later(
                Duration.ofMillis(Math.min(100L << Math.min(number, 6), 5000)),
                () -> attempt(request, number + 1, result));
    }

    /** The hub's certificate on a developer's machine is its own; it is loopback only, so any one will do. */
    private static HttpClient client() {
        try {
            SSLContext trusting = SSLContext.getInstance("TLS");
            trusting.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .sslContext(trusting)
                    .build();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
