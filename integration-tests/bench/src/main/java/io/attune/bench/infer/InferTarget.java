package io.attune.bench.infer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.command.Credentials;
import io.attune.it.environment.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A server that scores. Thread-safe. */
final class InferTarget {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(60))
            .build();
    private final URI server;
    private final String authorization;

    InferTarget(URI server, Credentials viewer) {
        this.server = server;
        this.authorization = Http.basic(viewer);
    }

    HttpRequest infer(String model, byte[] body) {
        return request("/v2/models/" + model + "/infer")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** A request that needs a user and scores nothing. */
    HttpRequest live() {
        return request("/v2/health/live").GET().build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization);
    }

    /** Ends when the server has answered well. */
    CompletableFuture<byte[]> send(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(InferTarget::body);
    }

    /** What the scores of an answer add up to. */
    static double sum(byte[] answer) {
        try {
            double sum = 0;
            for (JsonNode score : JSON.readTree(answer).path("outputs").path(0).path("data")) {
                sum += score.doubleValue();
            }
            return sum;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] body(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }
}
