package io.attune.quality;

import java.util.Comparator;
import java.util.Objects;

/**
 * What a figure is about.
 *
 * @param kind {@code customer} or the type of an event; empty for the whole source
 * @param field empty for all records of the kind
 */
public record FigureKey(String source, String kind, String field) implements Comparable<FigureKey> {
    private static final Comparator<FigureKey> ORDER = Comparator.comparing(FigureKey::source)
            .thenComparing(FigureKey::kind)
            .thenComparing(FigureKey::field);

    public FigureKey {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(field, "field");
    }

    static FigureKey of(String source) {
        return new FigureKey(source, "", "");
    }

    static FigureKey of(String source, String kind) {
        return new FigureKey(source, kind, "");
    }

    @Override
    public int compareTo(FigureKey other) {
        return ORDER.compare(this, other);
    }
}
