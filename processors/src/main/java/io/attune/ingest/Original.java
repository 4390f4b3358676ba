package io.attune.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** One thing that a source sent, before it is understood. Immutable. */
public final class Original {
    private final String place;
    private final byte[] content;
    private final Instant receivedAt;
    private final Arrival arrival;

    private Original(String place, byte[] content, Instant receivedAt, Arrival arrival) {
        this.place = Objects.requireNonNull(place, "place");
        this.content = content.clone();
        this.receivedAt = Objects.requireNonNull(receivedAt, "receivedAt");
        this.arrival = Objects.requireNonNull(arrival, "arrival");
    }

    /**
     * Takes what was read as it is.
     *
     * @param place where it was read: topic, partition and offset, or source and row
     * @param content JSON in UTF-8, if the source keeps its promise
     */
    public static Original of(String place, byte[] content, Instant receivedAt, Arrival arrival) {
        return new Original(place, content, receivedAt, arrival);
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
