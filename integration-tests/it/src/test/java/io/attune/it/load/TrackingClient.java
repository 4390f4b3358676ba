package io.attune.it.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A web shop that reports events over Segment's HTTP interface. Thread-safe. */
public final class TrackingClient {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI hub;
    private final String writeKey;

    public TrackingClient(URI hub, String writeKey) {
        this.hub = hub;
        this.writeKey = writeKey;
    }

    /** Sends one call: track, identify, page or batch. */
    public HttpResponse<String> post(String call, JsonNode body) {
        return post(call, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a body as it is. */
    public HttpResponse<String> post(String call, byte[] body, String... headers) {
        String user = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(hub.resolve("/v1/" + call))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + user)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException("no answer to " + call, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending " + call, interrupted);
        }
    }
}
