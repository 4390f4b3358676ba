package io.attune.bench.tracking;

import io.attune.command.Credentials;
import io.attune.it.environment.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A server that takes events over HTTP: the hub, or the bare one. Thread-safe. */
final class TrackingTarget {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(60))
            .build();
    private final URI server;
    private final String authorization;

    private final ProcessHandle process;

    /**
     * A server.
     *
     * @param process whose work the server is
     */
    TrackingTarget(URI server, String writeKey, long process) {
        this.server = server;
        this.process = ProcessHandle.of(process).orElseThrow();
        this.authorization = Http.basic(new Credentials(writeKey, ""));
    }

    /** What the server's process has used of all processors since it began. */
    Duration work() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Returns when the server has taken it. */
    void post(String call, byte[] body) {
        try {
            requireTaken(client.send(request(call, body), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + server, interrupted);
        }
    }

    /** Ends when the server has taken it. */
    CompletableFuture<Void> send(String call, byte[] body) {
        return client.sendAsync(request(call, body), HttpResponse.BodyHandlers.ofString())
                .thenAccept(this::requireTaken);
    }

    private HttpRequest request(String call, byte[] body) {
        return HttpRequest.newBuilder(server.resolve("/v1/" + call))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private void requireTaken(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(server + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
