package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The HTTP Tracking API's first step (bean {@code tracking}): says who sends, reads the request within its limits, and
 * leaves the events as a list of {@link Original}s. Property {@code attuneSource} names the source. Thread-safe.
 *
 * <p>Every header is dropped, whoever's it looks like: a stranger's {@code Camel*} or {@code kafka.*} header would
 * otherwise steer the steps that follow.
 */
public final class TrackingRequests {
    /** Exchange property: the source that the write key belongs to. */
    public static final String SOURCE = "attuneSource";

    private static final String AUTHORIZATION = "Authorization";
    private static final int INDENTATION_ALLOWANCE = 2;

    private final WriteKeys writeKeys;
    private final IngestLimits limits;
    private final JsonText json;
    private final Clock clock;

    /** @param writeKeys by source */
    public TrackingRequests(Map<String, String> writeKeys, IngestLimits limits, Clock clock) {
        this.writeKeys = new WriteKeys(writeKeys);
        this.limits = limits;
        this.json = new JsonText(limits);
        this.clock = clock;
    }

    /** {@code POST /v1/track}: one event. */
    public void track(Exchange exchange) {
        single(exchange, "track");
    }

    /** {@code POST /v1/identify}: one event. */
    public void identify(Exchange exchange) {
        single(exchange, "identify");
    }

    /** {@code POST /v1/page}: one event. */
    public void page(Exchange exchange) {
        single(exchange, "page");
    }

    /** {@code POST /v1/batch}: {@code {"batch": […], "sentAt": …}}, each of any type. */
    public void batch(Exchange exchange) {
        JsonNode request = request(exchange, limits.maximumRequestBytes());
        JsonNode events = request.path("batch");
        if (!events.isArray()) {
            throw refused("'batch' must be an array of events");
        }
        if (events.size() > limits.maximumRequestEvents()) {
            throw refused(events.size() + " events; at most " + limits.maximumRequestEvents() + " are taken");
        }
        Instant receivedAt = clock.instant();
        List<Original> originals = new ArrayList<>();
        for (JsonNode event : events) {
            if (event instanceof ObjectNode object && request.hasNonNull("sentAt") && !object.has("sentAt")) {
                object.set("sentAt", request.get("sentAt"));
            }
            originals.add(original("/v1/batch[" + originals.size() + "]", event, receivedAt));
        }
        exchange.getMessage().setBody(originals);
    }

    private void single(Exchange exchange, String type) {
        JsonNode event = request(exchange, limits.maximumBytes() * INDENTATION_ALLOWANCE);
        if (event instanceof ObjectNode object) {
            object.put("type", type);
        }
        exchange.getMessage().setBody(List.of(original("/v1/" + type, event, clock.instant())));
    }

    private Original original(String place, JsonNode event, Instant receivedAt) {
        byte[] content = write(event);
        if (content.length > limits.maximumBytes()) {
            throw refused("an event of " + content.length + " bytes; at most " + limits.maximumBytes() + " are taken");
        }
        return Original.of(place, content, receivedAt, Arrival.LIVE);
    }

    private byte[] write(JsonNode event) {
        try {
            return json.write(event);
        } catch (IOException e) {
            throw refused("an event holds text that is not Unicode");
        }
    }

    private JsonNode request(Exchange exchange, int maximumBytes) {
        Message message = exchange.getMessage();
        String authorization = message.getHeader(AUTHORIZATION, "", String.class);
        message.removeHeaders("*");
        exchange.setProperty(
                SOURCE,
                writeKeys
                        .source(authorization)
                        .orElseThrow(() -> new RefusedRequest(
                                401,
                                "Unknown write key",
                                "Send a write key as the user name of Basic authentication, with an empty password.")));
        return parse(body(message, maximumBytes));
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode request = json.read(body);
            if (request.isObject()) {
                return request;
            }
        } catch (IOException e) {
            throw refused("the body is not JSON");
        }
        throw refused("the body must be one JSON object");
    }

    private static byte[] body(Message message, int maximumBytes) {
        InputStream stream = message.getBody(InputStream.class);
        if (stream == null) {
            throw refused("the body is empty");
        }
        try (stream) {
            byte[] body = stream.readNBytes(maximumBytes + 1);
            if (body.length > maximumBytes) {
                throw refused("a body of more than " + maximumBytes + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw refused("the body ended before its end");
        }
    }

    private static RefusedRequest refused(String detail) {
        return new RefusedRequest(400, "Request not understood", detail);
    }
}
