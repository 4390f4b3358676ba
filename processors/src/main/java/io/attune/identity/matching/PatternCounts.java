package io.attune.identity.matching;

import java.util.Arrays;
import java.util.List;

/**
 * How often each pattern occurs. Immutable.
 *
 * @param patterns ascending
 * @param counts in the patterns' places
 */
@SuppressWarnings("ArrayRecordComponent") // millions of persons or pairs: compared by nobody, and never changed
record PatternCounts(long[] patterns, long[] counts) {
    static PatternCounts of(List<Pairs> lists) {
        return lists.parallelStream()
                .map(PatternCounts::of)
                .reduce(new PatternCounts(new long[0], new long[0]), PatternCounts::plus);
    }

    private static PatternCounts of(Pairs pairs) {
        long[] all = new long[pairs.size()];
        Arrays.setAll(all, pairs::pattern);
        return of(all);
    }

    static PatternCounts of(long[] all) {
        Arrays.sort(all);
        long[] patterns = new long[all.length];
        long[] counts = new long[all.length];
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                patterns[size++] = all[i];
            }
            counts[size - 1]++;
        }
        return new PatternCounts(Arrays.copyOf(patterns, size), Arrays.copyOf(counts, size));
    }

    private PatternCounts plus(PatternCounts other) {
        long[] merged = new long[size() + other.size()];
        long[] sums = new long[merged.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < size() || j < other.size()) {
            boolean mine = j == other.size() || (i < size() && patterns[i] <= other.patterns[j]);
            boolean theirs = i == size() || (j < other.size() && other.patterns[j] <= patterns[i]);
            merged[size] = mine ? patterns[i] : other.patterns[j];
            sums[size++] = (mine ? counts[i++] : 0) + (theirs ? other.counts[j++] : 0);
        }
        return new PatternCounts(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
    }

    /** How many pairs were counted. */
    double total() {
        return Arrays.stream(counts).sum();
    }

    int size() {
        return patterns.length;
    }
}
