package io.attune.ingest;

import io.attune.ingest.normal.UtcTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads the times that sources write: ISO 8601 with an offset, with or without its colon ({@code +0000}, as Salesforce does). */
public final class SourceTime {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter();

    private SourceTime() {}

    /** To the millisecond; empty when it is none. */
    public static Optional<Instant> instant(String text) {
        return parse(text).map(time -> time.toInstant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Minutes east of UTC where it happened: those of the zone, if one is known, else those of the time as it was
     * written; 0 when neither says.
     */
    static int offsetMinutes(String text, String zone) {
        Optional<OffsetDateTime> time = parse(text);
        if (time.isEmpty()) {
            return 0;
        }
        return offset(zone, time.get().toInstant())
                        .orElse(time.get().getOffset())
                        .getTotalSeconds()
                / 60;
    }

    /**
     * Segment's clock-skew rule: {@code receivedAt − (sentAt − originalTimestamp)}, so that a device whose clock is
     * wrong is set right by how long it held the event back. Without {@code sentAt} the device's own time stands.
     */
    static Optional<Instant> withoutSkew(String original, String sentAt, Instant receivedAt) {
        Optional<Instant> happened = instant(original);
        Optional<Instant> sent = instant(sentAt);
        if (happened.isEmpty() || sent.isEmpty()) {
            return happened;
        }
        return Optional.of(receivedAt.minus(Duration.between(happened.get(), sent.get())));
    }

    private static Optional<OffsetDateTime> parse(String text) {
        return UtcTime.read(text).map(time -> time.atOffset(ZoneOffset.UTC)).or(() -> formatted(text));
    }

    private static Optional<OffsetDateTime> formatted(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, FORMAT));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneOffset> offset(String zone, Instant instant) {
        if (zone.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(zone).getRules().getOffset(instant));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
