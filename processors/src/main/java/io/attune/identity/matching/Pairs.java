package io.attune.identity.matching;

import java.util.Arrays;

/** A growing list of pairs of persons, each with the pattern of how they compare. Not thread-safe. */
final class Pairs {
    private long[] persons = new long[256];
    private long[] patterns = new long[256];
    private int size;

    void add(int left, int right, long pattern) {
        if (size == persons.length) {
            persons = Arrays.copyOf(persons, size + (size >> 1));
            patterns = Arrays.copyOf(patterns, persons.length);
        }
        persons[size] = (long) Math.min(left, right) << 32 | Math.max(left, right);
        patterns[size++] = pattern;
    }

    Pairs trimmed() {
        persons = Arrays.copyOf(persons, size);
        patterns = Arrays.copyOf(patterns, size);
        return this;
    }

    int size() {
        return size;
    }

    int left(int pair) {
        return (int) (persons[pair] >>> 32);
    }

    int right(int pair) {
        return (int) persons[pair];
    }

    long pattern(int pair) {
        return patterns[pair];
    }
}
