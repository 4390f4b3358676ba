package io.attune.identity.matching;

import java.util.Arrays;

/**
 * How rare each value is among persons: that two strangers are both called Smith says little, that both are called Featherstone says
 * much. Values are counted once for each person as far as these are known already, not once for each record. The share of a value
 * that one person alone has is not what was seen but what such values have on the whole (Good 1953). Immutable.
 */
final class TermFrequencies implements ValueShares {
    /** As how many persons the expected share weighs, against those of the file. */
    private static final double EXPECTED_WEIGHT = 100;

    private final double[] logShares;
    private final int[] persons;

    private TermFrequencies(double[] logShares, int[] persons) {
        this.logShares = logShares;
        this.persons = persons;
    }

    /**
     * Counts.
     *
     * @param clusters a number for each record, the same for records of one person
     * @param expected the share that a value has on the whole, before anything was counted
     */
    static TermFrequencies of(int[] numbers, int size, int[] clusters, double expected) {
        int[] persons = new int[size];
        long[] holders = new long[numbers.length];
        int present = 0;
        for (int person = 0; person < numbers.length; person++) {
            if (numbers[person] != Values.MISSING) {
                holders[present++] = (long) numbers[person] << 32 | clusters[person];
            }
        }
        Arrays.sort(holders, 0, present);
        int total = 0;
        for (int i = 0; i < present; i++) {
            if (i == 0 || holders[i] != holders[i - 1]) {
                persons[(int) (holders[i] >>> 32)]++;
                total++;
            }
        }
        return new TermFrequencies(logShares(persons, total, expected), persons);
    }

    private static double[] logShares(int[] persons, int total, double expected) {
        double lone = lone(persons);
        double[] shares = new double[persons.length];
        for (int i = 0; i < shares.length; i++) {
            double count = persons[i] == 1 ? lone : persons[i];
            shares[i] = logShare(count, total, expected);
        }
        return shares;
    }

    /** As how many persons one counts who alone has a value. */
    static double lone(int[] persons) {
        double once = Arrays.stream(persons).filter(count -> count == 1).count();
        double twice = Arrays.stream(persons).filter(count -> count == 2).count();
        return Math.min(1, 2 * (twice + 0.5) / (once + 1));
    }

    static double logShare(double persons, double total, double expected) {
        return Math.log((persons + EXPECTED_WEIGHT * expected) / (total + EXPECTED_WEIGHT));
    }

    @Override
    public double logShare(int number) {
        return logShares[number];
    }

    /** How many persons have a value. */
    int persons(int number) {
        return persons[number];
    }
}
