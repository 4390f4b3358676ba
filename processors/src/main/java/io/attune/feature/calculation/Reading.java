package io.attune.feature.calculation;

import java.util.List;
import java.util.OptionalInt;

/**
 * How finely a calculation must know a measure's past.
 *
 * @param edges ages in days at which a window ends: the day of that age is the first outside
 * @param separateDays days up to this age must not be summed; -1 when any may
 */
public record Reading(String measure, List<Integer> edges, int separateDays) {

    private static final int NONE = -1;

    public Reading {
        edges = List.copyOf(edges);
    }

    static Reading window(String measure, OptionalInt window) {
        return new Reading(measure, window.isPresent() ? List.of(window.getAsInt() + 1) : List.of(), NONE);
    }

    static Reading separate(String measure, int days) {
        return new Reading(measure, List.of(), days);
    }
}
