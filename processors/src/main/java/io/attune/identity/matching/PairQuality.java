package io.attune.identity.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well clusters agree with the truth, counted over pairs of rows.
 *
 * @param truePairs how many pairs are one person
 * @param foundPairs how many pairs were found to be
 * @param rightPairs how many of these truly are
 */
public record PairQuality(long truePairs, long foundPairs, long rightPairs) {
    /**
     * Counts.
     *
     * @param clusters a cluster for each row
     * @param truth a person for each row; an empty text is nobody
     * @param firstFile where the second file's rows start; only pairs across both count then, else the number of rows
     */
    public static PairQuality of(int[] clusters, List<String> truth, int firstFile) {
        Map<Object, long[]> byPerson = new HashMap<>();
        Map<Object, long[]> byCluster = new HashMap<>();
        Map<Object, long[]> byBoth = new HashMap<>();
        for (int row = 0; row < clusters.length; row++) {
            int file = row < firstFile ? 0 : 1;
            String person = truth.get(row).isEmpty() ? "nobody-" + row : "person-" + truth.get(row);
            byPerson.computeIfAbsent(person, unused -> new long[2])[file]++;
            byCluster.computeIfAbsent(clusters[row], unused -> new long[2])[file]++;
            byBoth.computeIfAbsent(List.of(person, clusters[row]), unused -> new long[2])[file]++;
        }
        boolean linked = firstFile < clusters.length;
        return new PairQuality(pairs(byPerson, linked), pairs(byCluster, linked), pairs(byBoth, linked));
    }

    private static long pairs(Map<Object, long[]> groups, boolean linked) {
        return groups.values().stream()
                .mapToLong(sizes -> linked ? sizes[0] * sizes[1] : sizes[0] * (sizes[0] - 1) / 2)
                .sum();
    }

    /** The share of the found pairs that is right; 1 where none was found. */
    public double precision() {
        return foundPairs == 0 ? 1 : (double) rightPairs / foundPairs;
    }

    /** The share of the true pairs that was found; 1 where there are none. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) rightPairs / truePairs;
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }
}
