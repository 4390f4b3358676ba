package io.attune.quality.alert;

import java.util.Arrays;
import java.util.Locale;

/** What of a source an alert looks at. */
public enum Figure {
    /** New records in the last whole hour. */
    VOLUME("records"),
    /** Seconds since the newest thing of which the source told happened. */
    FRESHNESS("seconds"),
    /** Share of the records of a kind that have the field. */
    COMPLETENESS("share"),
    /** Share of what arrived that the ledger knew. */
    DUPLICATE_RATE("share"),
    /** Share of what arrived that was rejected. */
    REJECT_RATE("share"),
    /** Share of the records that carry a flag. */
    FLAG_RATE("share"),
    /** Values of fields that were never seen before. */
    NEW_CATEGORIES("values");

    private final String unit;

    Figure(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }

    /** The name as files and interfaces write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is a share of something, so that an hour of few records says little. */
    boolean isShare() {
        return unit.equals("share");
    }

    static Figure of(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
