package io.attune.it.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.command.Credentials;
import io.attune.it.environment.Environment;
import io.attune.it.environment.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A web shop that reports events over Segment's HTTP interface. Thread-safe. */
public final class TrackingClient {
    private final URI hub;
    private final String authorization;

    public TrackingClient(URI hub, String writeKey) {
        this.hub = hub;
        this.authorization = Http.basic(new Credentials(writeKey, ""));
    }

    /** A shop with the environment's write key. */
    public static TrackingClient of(Environment environment) {
        return new TrackingClient(
                environment.nodes().first().node().url(),
                environment.sandbox().secrets().webWriteKey());
    }

    /** Sends one call: track, identify, page or batch. */
    public HttpResponse<String> post(String call, JsonNode body) {
        return post(call, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a body as it is, with further headers as names and values in turn. */
    public HttpResponse<String> post(String call, byte[] body, String... headers) {
        HttpRequest.Builder request = Http.request(hub.resolve("/v1/" + call))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return Http.send(request.build());
    }
}
