package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Reads what strangers send over HTTP, within its limits, and says whose write key it carries. Every header is dropped,
 * whoever's it looks like: a stranger's {@code Camel*} or {@code kafka.*} header would otherwise steer the steps that
 * follow. Thread-safe.
 */
final class RequestReader {
    /** The field of a request that may hold the write key, as Segment's browser library sends it. */
    static final String WRITE_KEY = "writeKey";

    private static final String AUTHORIZATION = "Authorization";
    /** A sender may write its JSON with line breaks and indentation. */
    private static final int INDENTATION_ALLOWANCE = 2;

    private final WriteKeys writeKeys;
    private final IngestLimits limits;
    private final JsonText json;

    /** @param writeKeys by source */
    RequestReader(Map<String, String> writeKeys, IngestLimits limits) {
        this.writeKeys = new WriteKeys(writeKeys);
        this.limits = limits;
        this.json = new JsonText(limits);
    }

    /** One event, of whoever's write key the header {@code Authorization} or else its own {@code writeKey} holds. */
    JsonNode event(Exchange exchange) {
        return request(exchange, "", limits.maximumBytes() * INDENTATION_ALLOWANCE);
    }

    /** Many events, in the same way. */
    JsonNode batch(Exchange exchange) {
        return batch(exchange, "");
    }

    /**
     * Many events.
     *
     * @param parameter of the query that may hold the write key; empty = none
     */
    JsonNode batch(Exchange exchange, String parameter) {
        return request(exchange, parameter, limits.maximumRequestBytes());
    }

    private JsonNode request(Exchange exchange, String parameter, int maximumBytes) {
        Message message = exchange.getMessage();
        String authorization = message.getHeader(AUTHORIZATION, "", String.class);
        String key = parameter.isEmpty() ? "" : message.getHeader(parameter, "", String.class);
        String encoding = message.getHeader(Exchange.CONTENT_ENCODING, "", String.class);
        message.removeHeaders("*");
        if (!authorization.isEmpty()) {
            source(exchange, writeKeys.source(authorization));
        } else if (!key.isEmpty()) {
            source(exchange, writeKeys.ofKey(key));
        }
        JsonNode body = parse(body(message, encoding, maximumBytes));
        if (authorization.isEmpty() && key.isEmpty()) {
            source(exchange, writeKeys.ofKey(body.path(WRITE_KEY).asText("")));
        }
        return body;
    }

    private static void source(Exchange exchange, Optional<String> source) {
        exchange.setProperty(
                TrackingRequests.SOURCE,
                source.orElseThrow(() -> new RefusedRequest(
                        401,
                        "Unknown write key",
                        "Send a write key as the user name of Basic authentication with an empty password, or as"
                                + " 'writeKey' in the body.")));
    }

    /** One event of a request. */
    Original original(String place, JsonNode event, Instant receivedAt) {
        byte[] content = write(event);
        if (content.length > limits.maximumBytes()) {
            throw refused("an event of " + content.length + " bytes; at most " + limits.maximumBytes() + " are taken");
        }
        return json.readsAlike(event)
                ? Original.read(place, content, event, receivedAt, Arrival.LIVE)
                : Original.of(place, content, receivedAt, Arrival.LIVE);
    }

    /** Refuses a batch of more events than a request may hold. */
    void count(int events) {
        if (events > limits.maximumRequestEvents()) {
            throw refused(events + " events; at most " + limits.maximumRequestEvents() + " are taken");
        }
    }

    private JsonNode parse(byte[] content) {
        try {
            return json.read(content);
        } catch (IOException e) {
            throw refused("the body is not JSON");
        }
    }

    private byte[] write(JsonNode event) {
        try {
            return json.write(event);
        } catch (IOException e) {
            throw refused("an event holds text that is not Unicode");
        }
    }

    private static byte[] body(Message message, String encoding, int maximumBytes) {
        InputStream stream = message.getBody(InputStream.class);
        if (stream == null) {
            throw refused("the body is empty");
        }
        try (stream;
                InputStream plain = plain(stream, encoding)) {
            byte[] body = plain.readNBytes(maximumBytes + 1);
            if (body.length > maximumBytes) {
                throw refused("a body of more than " + maximumBytes + " bytes");
            }
            return body;
        } catch (IOException e) {
            throw refused("the body ended before its end, or is not compressed as its header says");
        }
    }

    /** Camel would unpack a body only when its first bytes have arrived; routes tell it not to ({@code bridgeEndpoint}). */
    private static InputStream plain(InputStream stream, String encoding) throws IOException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> stream;
            case "gzip", "x-gzip" -> new GZIPInputStream(stream);
            default -> throw new RefusedRequest(415, "Unknown encoding", "A body may be compressed by gzip only.");
        };
    }

    static RefusedRequest refused(String detail) {
        return new RefusedRequest(400, "Request not understood", detail);
    }
}
