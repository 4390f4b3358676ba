package io.attune.identity.matching;

import java.util.Arrays;

/** Sorts row numbers by a 64-bit key without an object per row. */
final class SortedRows {
    private SortedRows() {}

    /** The row numbers in the order of their keys' upper 40 bits; rows with equal ones stay in their order. */
    static int[] by(long[] keys) {
        long[] packed = new long[keys.length];
        for (int row = 0; row < keys.length; row++) {
            packed[row] = (keys[row] & 0xFFFFFFFFFF000000L) | row;
        }
        Arrays.sort(packed);
        int[] rows = new int[keys.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) (packed[i] & 0xFFFFFF);
        }
        return rows;
    }
}
