package io.attune.card;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Something to know of a model: a name and what it is. */
public record Fact(String name, String value) {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** When a version was trained, to the minute, and by whom. */
    public static Fact trained(Instant when, String who) {
        return new Fact("Trained", MINUTES.format(when) + " by " + who);
    }
}
