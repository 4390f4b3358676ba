package io.attune.identity.matching;

import java.util.List;

/** Says how alike two different values of one column are. Thread-safe. */
interface ValueComparator {
    /** The levels' names, from the same to altogether different; the first is {@code exact}. */
    List<String> levels();

    /** The level of two different values, by their numbers in the column's dictionary. Symmetric. */
    int level(int left, int right);
}
