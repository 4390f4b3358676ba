package io.attune.quality;

import java.util.List;

/**
 * Fields whose absence is remarkable.
 *
 * @param source {@code *} for all
 * @param kind {@code customer} or the type of an event
 */
public record ExpectedFields(String source, String kind, List<String> fields) {
    public ExpectedFields {
        fields = List.copyOf(fields);
    }

    boolean isAbout(String recordSource, String recordKind) {
        return kind.equals(recordKind) && (source.equals("*") || source.equals(recordSource));
    }
}
