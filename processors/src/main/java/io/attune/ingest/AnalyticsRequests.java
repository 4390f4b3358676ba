package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The first step of requests in the forms of other analytics tools (bean {@code analytics}): says who sends, and leaves the
 * events as a list of {@link Original}s, each with what its request says of the visitor. Property {@code attuneSource} names
 * the source. Thread-safe.
 */
public final class AnalyticsRequests {
    private static final List<String> GA4_VISITOR = List.of("client_id", "user_id");
    private static final int PIXEL_CHARACTERS = 8_192;

    private final RequestReader reader;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * Knows the sources.
     *
     * @param writeKeys by source
     * @param ids makes an id for an event that has none
     */
    public AnalyticsRequests(Map<String, String> writeKeys, IngestLimits limits, Clock clock, Supplier<String> ids) {
        this.reader = new RequestReader(writeKeys, limits);
        this.clock = clock;
        this.ids = ids;
    }

    /** {@code POST /mp/collect?api_secret=WRITE_KEY}: Google Analytics' Measurement Protocol (GA4). */
    public void ga4(Exchange exchange) {
        JsonNode request = reader.batch(exchange, "api_secret");
        JsonNode events = request.path("events");
        if (!events.isArray()) {
            throw RequestReader.refused("'events' must be an array of events");
        }
        reader.count(events.size());
        Instant receivedAt = clock.instant();
        List<Original> originals = new ArrayList<>();
        for (JsonNode event : events) {
            if (event instanceof ObjectNode object) {
                visitor(object, request);
            }
            originals.add(reader.original("/mp/collect[" + originals.size() + "]", event, receivedAt));
        }
        exchange.getMessage().setBody(originals);
    }

    private void visitor(ObjectNode event, JsonNode request) {
        GA4_VISITOR.stream().filter(request::hasNonNull).forEach(field -> event.set(field, request.get(field)));
        if (request.hasNonNull("timestamp_micros")) {
            event.set("request_timestamp_micros", request.get("timestamp_micros"));
        }
        event.put("id", ids.get());
    }

    /** {@code POST /import}: Mixpanel's import, an array of events; the write key is the user of Basic authentication. */
    public void mixpanel(Exchange exchange) {
        JsonNode events = reader.batch(exchange);
        if (!events.isArray()) {
            throw RequestReader.refused("the body must be an array of events");
        }
        reader.count(events.size());
        Instant receivedAt = clock.instant();
        List<Original> originals = new ArrayList<>();
        for (JsonNode event : events) {
            if (event instanceof ObjectNode object) {
                object.put("id", ids.get());
            }
            originals.add(reader.original("/import[" + originals.size() + "]", event, receivedAt));
        }
        exchange.getMessage().setBody(originals);
    }

    /**
     * {@code GET /pixel.gif?data=…}: one Segment event as Base64 of its JSON, {@code writeKey} included, for mail and pages
     * without scripts; a page view unless its {@code type} says otherwise.
     */
    public void pixel(Exchange exchange) {
        Message message = exchange.getMessage();
        String data = message.getHeader("data", "", String.class);
        message.removeHeaders("*");
        message.setBody(new ByteArrayInputStream(decoded(data)));
        JsonNode event = reader.event(exchange);
        if (!(event instanceof ObjectNode object)) {
            throw RequestReader.refused("'data' must be one JSON object");
        }
        object.remove(RequestReader.WRITE_KEY);
        if (!object.hasNonNull("type")) {
            object.put("type", "page");
        }
        if (!object.hasNonNull("messageId")) {
            object.put("messageId", ids.get());
        }
        exchange.getMessage().setBody(List.of(reader.original("/pixel.gif", object, clock.instant())));
    }

    /** Both alphabets of Base64, with and without padding; a space was a plus once. */
    private static byte[] decoded(String data) {
        if (data.length() > PIXEL_CHARACTERS) {
            throw RequestReader.refused(
                    "'data' has " + data.length() + " characters; at most " + PIXEL_CHARACTERS + " are taken");
        }
        String standard = data.replace('-', '+').replace('_', '/').replace(' ', '+');
        try {
            return Base64.getDecoder().decode(standard.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw RequestReader.refused("'data' must be the Base64 of an event's JSON");
        }
    }
}
