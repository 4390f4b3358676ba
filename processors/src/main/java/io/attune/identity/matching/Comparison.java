package io.attune.identity.matching;

import java.util.List;

/**
 * One line of a comparison of two persons.
 *
 * @param name an attribute, or {@link PersonComparison#NAME_ORDER}
 * @param levels from the same to altogether different
 */
record Comparison(String name, List<String> levels) {
    /** The level that says that a value is missing, so that nothing was compared. */
    static final int MISSING = -1;

    private static final int BITS = 4;

    Comparison {
        levels = List.copyOf(levels);
    }

    /** A level at its place in a pattern. */
    static long packed(int comparison, int level) {
        return (long) (level + 1) << (comparison * BITS);
    }

    /** The level that a pattern holds for the comparison at a place; {@link #MISSING} where there is none. */
    static int level(long pattern, int comparison) {
        return (int) ((pattern >>> (comparison * BITS)) & ((1 << BITS) - 1)) - 1;
    }
}
