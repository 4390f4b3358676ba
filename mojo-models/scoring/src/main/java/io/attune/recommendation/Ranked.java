package io.attune.recommendation;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The best items by one score, the best first, and what they got, between 0 and 1.
 *
 * @param items which
 * @param scores of each; the best has 1
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record Ranked(int[] items, float[] scores) {

    /** The items of the highest scores above 0, at most so many, that are allowed; equal scores by the item's number. */
    static Ranked of(float[] scores, int most, IntPredicate allowed) {
        long[] heap = new long[scores.length];
        int count = 0;
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] > 0 && allowed.test(item)) {
                // Positive floats sort like their bits; the item's complement lets the lower number win.
                heap[count++] = ((long) Float.floatToIntBits(scores[item]) << 32) | (Integer.MAX_VALUE - item);
            }
        }
        Arrays.sort(heap, 0, count);
        int size = Math.min(most, count);
        int[] items = new int[size];
        float[] values = new float[size];
        for (int rank = 0; rank < size; rank++) {
            long entry = heap[count - 1 - rank];
            items[rank] = Integer.MAX_VALUE - (int) (entry & 0xFFFF_FFFFL);
            values[rank] = Float.intBitsToFloat((int) (entry >>> 32));
        }
        float best = size == 0 ? 1 : values[0];
        for (int rank = 0; rank < size; rank++) {
            values[rank] /= best;
        }
        return new Ranked(items, values);
    }
}
