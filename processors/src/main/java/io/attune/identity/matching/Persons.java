package io.attune.identity.matching;

import java.util.List;
import java.util.Optional;

/**
 * The persons to be resolved, column by column, in an order that depends on what their rows hold and not on where these stood.
 *
 * @param size how many
 * @param columns in the order of {@link Attribute}
 * @param rows the row that each person came from
 * @param second how many persons belong to the first file when two are linked: those from this place on came from the second;
 *     equal to {@code size} where there is one file
 */
@SuppressWarnings("ArrayRecordComponent") // millions of persons or pairs: compared by nobody, and never changed
record Persons(int size, List<Column> columns, int[] rows, int second) {
    Persons {
        columns = List.copyOf(columns);
    }

    /** The place of each row's person: the inverse of {@link #rows}. */
    int[] byRow() {
        int[] places = new int[rows.length];
        for (int person = 0; person < rows.length; person++) {
            places[rows[person]] = person;
        }
        return places;
    }

    boolean linked() {
        return second < size;
    }

    /** Whether two persons may be the same at all: of two files, one must be in each. */
    boolean comparable(int left, int right) {
        return second == size || (left < second) != (right < second);
    }

    /** How many pairs may be the same at all. */
    double pairs() {
        return linked() ? (double) second * (size - second) : (double) size * (size - 1) / 2;
    }

    Optional<Column> column(Attribute attribute) {
        return columns.stream()
                .filter(column -> column.attribute() == attribute)
                .findFirst();
    }
}
