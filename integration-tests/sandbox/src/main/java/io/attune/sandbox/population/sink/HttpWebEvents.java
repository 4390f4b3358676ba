package io.attune.sandbox.population.sink;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Web events as browsers post them to the hub's {@code /v1/batch}. Events that the hub did not take stay here and go out
 * with the next flush: their message ids let the hub drop those that it had taken after all. Not safe for use by
 * several threads.
 */
public final class HttpWebEvents implements WebEventSink {
    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI endpoint;
    private final String authorization;
    private final Clock clock;
    private final List<WebEvent> waiting = new ArrayList<>();

    /**
     * Posts to a hub.
     *
     * @param hub its public URL
     * @param writeKey of the source
     * @param clock of the browsers
     */
    public HttpWebEvents(HttpClient client, URI hub, String writeKey, Clock clock) {
        this.client = client;
        this.endpoint = URI.create(hub.toString().replaceAll("/+$", "") + "/v1/batch");
        String user = writeKey + ":";
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    @Override
    public void send(WebEvent event) {
        waiting.add(event);
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    @Override
    public void flush() {
        while (!waiting.isEmpty()) {
            List<WebEvent> batch = waiting.subList(0, Math.min(BATCH, waiting.size()));
            post(batch);
            batch.clear();
        }
    }

    private void post(List<WebEvent> batch) {
        String events = batch.stream().map(WebEvent::json).collect(Collectors.joining(","));
        String body = "{\"batch\":[" + events + "],\"sentAt\":\"" + clock.instant() + "\"}";
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new SinkException(endpoint + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new SinkException("No answer from " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkException("Interrupted while waiting for " + endpoint, e);
        }
    }
}
