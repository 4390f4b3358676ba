package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/**
 * The HTTP Tracking API's first step (bean {@code tracking}): says who sends, reads the request within its limits, and
 * leaves the events as a list of {@link Original}s. Property {@code attuneSource} names the source. Thread-safe.
 */
public final class TrackingRequests {
    /** Exchange property: the source that the write key belongs to. */
    public static final String SOURCE = "attuneSource";

    private static final List<String> IDS = List.of("messageId", "message_id");
    private static final List<String> TIMES = List.of("timestamp", "originalTimestamp", "sentAt", "sent_at");

    private final RequestReader reader;
    private final Clock clock;
    private final Supplier<String> ids;

    /**
     * Knows the sources.
     *
     * @param writeKeys by source
     * @param ids makes a {@code messageId} for an event that has neither id nor time: without one, whoever does the same
     *     thing twice would seem to have sent it twice
     */
    public TrackingRequests(Map<String, String> writeKeys, IngestLimits limits, Clock clock, Supplier<String> ids) {
        this.reader = new RequestReader(writeKeys, limits);
        this.clock = clock;
        this.ids = ids;
    }

    /** {@code POST /v1/track}: one thing that somebody did. */
    public void track(Exchange exchange) {
        single(exchange, "track");
    }

    /** {@code POST /v1/identify}: who a visitor says to be. */
    public void identify(Exchange exchange) {
        single(exchange, "identify");
    }

    /** {@code POST /v1/page}: one page that somebody looked at. */
    public void page(Exchange exchange) {
        single(exchange, "page");
    }

    /** {@code POST /v1/screen}: one screen of an app that somebody looked at. */
    public void screen(Exchange exchange) {
        single(exchange, "screen");
    }

    /** {@code POST /v1/group}: the group that somebody belongs to. */
    public void group(Exchange exchange) {
        single(exchange, "group");
    }

    /** {@code POST /v1/alias}: that two ids are one person. */
    public void alias(Exchange exchange) {
        single(exchange, "alias");
    }

    private void single(Exchange exchange, String type) {
        ObjectNode event = object(reader.event(exchange));
        event.put("type", type);
        event.remove(RequestReader.WRITE_KEY);
        named(event);
        exchange.getMessage().setBody(List.of(reader.original("/v1/" + type, event, clock.instant())));
    }

    /** {@code POST /v1/batch}: {@code {"batch": […], "sentAt": …}}, each of any type. */
    public void batch(Exchange exchange) {
        ObjectNode request = object(reader.batch(exchange));
        JsonNode events = request.path("batch");
        if (!events.isArray()) {
            throw RequestReader.refused("'batch' must be an array of events");
        }
        reader.count(events.size());
        Instant receivedAt = clock.instant();
        List<Original> originals = new ArrayList<>();
        for (JsonNode event : events) {
            if (event instanceof ObjectNode object) {
                complete(object, request);
            }
            originals.add(reader.original("/v1/batch[" + originals.size() + "]", event, receivedAt));
        }
        exchange.getMessage().setBody(originals);
    }

    /** What a batch says once holds for each of its events that does not say otherwise. */
    private void complete(ObjectNode event, ObjectNode batch) {
        if (batch.hasNonNull("sentAt") && !event.has("sentAt")) {
            event.set("sentAt", batch.get("sentAt"));
        }
        if (batch.path("context").isObject() && !event.has("context")) {
            event.set("context", batch.get("context"));
        }
        event.remove(RequestReader.WRITE_KEY);
        named(event);
    }

    private void named(ObjectNode event) {
        if (Stream.concat(IDS.stream(), TIMES.stream()).noneMatch(event::hasNonNull)) {
            event.put("messageId", ids.get());
        }
    }

    private static ObjectNode object(JsonNode body) {
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw RequestReader.refused("the body must be one JSON object");
    }
}
