package io.attune.ingest.table;

import java.time.Duration;
import java.time.Instant;

/** Where a row stands in the order in which its table is read. Immutable. */
sealed interface Mark extends Comparable<Mark> {
    /** The same as a watermark keeps it. */
    String text();

    /** The mark an overlap before this one. */
    Mark minus(Overlap overlap);

    static Mark of(MarkKind kind, String text) {
        return kind == MarkKind.TIME ? new Time(Instant.parse(text)) : new Count(Long.parseLong(text));
    }

    /** When the row was last changed. */
    record Time(Instant at) implements Mark {
        @Override
        public String text() {
            return at.toString();
        }

        @Override
        public Mark minus(Overlap overlap) {
            return new Time(at.minus(overlap.time()));
        }

        @Override
        public int compareTo(Mark other) {
            return at.compareTo(((Time) other).at);
        }
    }

    /** A number that grows from row to row. */
    record Count(long value) implements Mark {
        @Override
        public String text() {
            return String.valueOf(value);
        }

        @Override
        public Mark minus(Overlap overlap) {
            long start = value - overlap.rows();
            return new Count(start > value ? Long.MIN_VALUE : start);
        }

        @Override
        public int compareTo(Mark other) {
            return Long.compare(value, ((Count) other).value);
        }
    }

    /**
     * How far a poll reads back.
     *
     * @param time for marks that are times
     * @param rows for marks that are numbers
     */
    record Overlap(Duration time, long rows) {}
}
