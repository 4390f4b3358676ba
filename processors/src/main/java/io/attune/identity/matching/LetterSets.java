package io.attune.identity.matching;

import io.attune.identity.matching.text.JaroWinkler;

/**
 * Which letters each value of a dictionary has and how many, to tell in a moment, without looking at the texts, that two have too
 * little in common. Immutable.
 */
final class LetterSets {
    private static final int KINDS = 32;
    private static final int COUNTED = 4;
    private static final long ALL_COUNTED = (1 << COUNTED) - 1;
    private static final int KINDS_PER_WORD = Long.SIZE / COUNTED;
    private static final double MOST_PREFIX_BONUS = 0.4;

    private final long[] sets;
    private final long[] counts;
    private final long[] ends;
    private final int[] lengths;

    LetterSets(Values values) {
        sets = new long[values.size()];
        counts = new long[2 * sets.length];
        ends = new long[sets.length];
        lengths = new int[sets.length];
        for (int i = 0; i < sets.length; i++) {
            String text = values.text(i);
            lengths[i] = text.length();
            ends[i] = ends(text);
            for (int j = 0; j < text.length(); j++) {
                sets[i] |= 1L << (text.charAt(j) % Long.SIZE);
                count(i, text.charAt(j) % KINDS);
            }
        }
    }

    /** A letter that occurs n times sets n of its kind's bits, up to four. */
    private void count(int value, int kind) {
        int word = 2 * value + kind / KINDS_PER_WORD;
        int shift = (kind % KINDS_PER_WORD) * COUNTED;
        long seen = (counts[word] >>> shift) & ALL_COUNTED;
        counts[word] |= (((seen << 1) | 1) & ALL_COUNTED) << shift;
    }

    private static long ends(String text) {
        int length = text.length();
        return length < 2
                ? 0
                : ((long) text.charAt(0) << 48)
                        | ((long) text.charAt(1) << 32)
                        | ((long) text.charAt(length - 2) << 16)
                        | text.charAt(length - 1);
    }

    /** Kinds of letters that one has and the other lacks: never more than the distance of their bags, nor than their edit distance. */
    int foreign(int left, int right) {
        return Math.max(Long.bitCount(sets[left] & ~sets[right]), Long.bitCount(sets[right] & ~sets[left]));
    }

    /** As {@link #foreign} with how often letters occur: nearer to the distance of the bags, and never more. */
    int surplus(int left, int right) {
        int one = 2 * left;
        int other = 2 * right;
        int surplus = Math.max(
                Long.bitCount(counts[one] & ~counts[other]) + Long.bitCount(counts[one + 1] & ~counts[other + 1]),
                Long.bitCount(counts[other] & ~counts[one]) + Long.bitCount(counts[other + 1] & ~counts[one + 1]));
        return Math.max(surplus, foreign(left, right));
    }

    /** Whether one edit may lead from one to the other: it leaves two letters at the start or at the end as they were. */
    boolean mayBeOneEditApart(int left, int right) {
        long differ = ends[left] ^ ends[right];
        boolean ends = differ >>> 32 == 0 || (int) differ == 0 || shorter(left, right) < 5;
        return ends && surplus(left, right) <= 1;
    }

    /** Whether the similarity after Jaro and Winkler may reach as much, as far as the letters tell. */
    boolean mayReach(int left, int right, double winkler) {
        if (longer(left, right) > JaroWinkler.LONGEST) {
            return true;
        }
        double common = longer(left, right) - surplus(left, right);
        double jaro = (common / lengths[left] + common / lengths[right] + 1) / 3;
        return jaro + MOST_PREFIX_BONUS * (1 - jaro) >= winkler - 1e-9;
    }

    /** Whether one may be a part of the other: it has no kind of letter that the other lacks. */
    boolean mayContain(int left, int right) {
        return (sets[left] & ~sets[right]) == 0 || (sets[right] & ~sets[left]) == 0;
    }

    int shorter(int left, int right) {
        return Math.min(lengths[left], lengths[right]);
    }

    int longer(int left, int right) {
        return Math.max(lengths[left], lengths[right]);
    }
}
