package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One thing that a source sent, before it is understood. Immutable. */
public final class Original {
    private final String place;
    private final byte[] content;
    private final Instant receivedAt;
    private final Arrival arrival;
    private final Optional<JsonNode> tree;

    private Original(String place, byte[] content, Instant receivedAt, Arrival arrival, Optional<JsonNode> tree) {
        this.place = Objects.requireNonNull(place, "place");
        this.content = content.clone();
        this.receivedAt = Objects.requireNonNull(receivedAt, "receivedAt");
        this.arrival = Objects.requireNonNull(arrival, "arrival");
        this.tree = tree;
    }

    /**
     * Takes what was read as it is.
     *
     * @param place where it was read: topic, partition and offset, or source and row
     * @param content JSON in UTF-8, if the source keeps its promise
     */
    public static Original of(String place, byte[] content, Instant receivedAt, Arrival arrival) {
        return new Original(place, content, receivedAt, arrival, Optional.empty());
    }

    /**
     * Takes what was read and understood already.
     *
     * @param tree what reading the content would give; nobody changes it from now on
     */
    static Original read(String place, byte[] content, JsonNode tree, Instant receivedAt, Arrival arrival) {
        return new Original(place, content, receivedAt, arrival, Optional.of(tree));
    }

    public static Original of(String place, String content, Instant receivedAt, Arrival arrival) {
        return of(place, content.getBytes(StandardCharsets.UTF_8), receivedAt, arrival);
    }

    public String place() {
        return place;
    }

    public byte[] content() {
        return content.clone();
    }

    /** The content as JSON, where it was read already; treat it as immutable. */
    Optional<JsonNode> tree() {
        return tree;
    }

    public int size() {
        return content.length;
    }

    /** The content as text; bytes that are not UTF-8 show as U+FFFD. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Arrival arrival() {
        return arrival;
    }
}
