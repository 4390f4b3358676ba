package io.attune.identity.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The blocks of one rule: groups of persons that share its key. Blocks that are too large to be worth their pairs are left out;
 * their members meet by other rules.
 */
final class Blocks {
    private static final long PERSON = 0xFFFFFF;
    private static final int SAMPLED = 50;

    private final long[] packed;
    private final int[] starts;
    private final int largest;
    private final long newPairs;

    private Blocks(long[] packed, int[] starts, int largest, long newPairs) {
        this.packed = packed;
        this.starts = starts;
        this.largest = largest;
        this.newPairs = newPairs;
    }

    /** All blocks with two members or more, whatever their size. */
    static Blocks of(long[] keys) {
        long[] packed = new long[keys.length];
        int count = 0;
        for (int person = 0; person < keys.length; person++) {
            if (keys[person] != 0) {
                packed[count++] = (keys[person] & ~PERSON) | person;
            }
        }
        Arrays.sort(packed, 0, count);
        int[] starts = new int[count + 1];
        int blocks = 0;
        int kept = 0;
        int start = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || (packed[i] & ~PERSON) != (packed[start] & ~PERSON)) {
                if (i - start > 1) {
                    starts[blocks++] = kept;
                    System.arraycopy(packed, start, packed, kept, i - start);
                    kept += i - start;
                }
                start = i;
            }
        }
        starts[blocks] = kept;
        return new Blocks(Arrays.copyOf(packed, kept), Arrays.copyOf(starts, blocks + 1), Integer.MAX_VALUE, 0);
    }

    /**
     * These blocks without the largest ones.
     *
     * @param pairs how many new pairs there may be
     * @param isNew whether a pair did not meet before
     */
    Blocks within(long pairs, PairTest isNew) {
        int[] bySize = bySize();
        double sum = 0;
        double used = 0;
        int most = 1;
        for (int i = 0; i < bySize.length; ) {
            int size = size(bySize[i]);
            int next = i;
            while (next < bySize.length && size(bySize[next]) == size) {
                next++;
            }
            sum += (next - i) * (size * (size - 1) / 2.0) * novelty(bySize, i, next, isNew);
            if (sum > pairs) {
                break;
            }
            most = size;
            used = sum;
            i = next;
        }
        return new Blocks(packed, starts, most, (long) used);
    }

    /** The share of pairs in some blocks that did not meet before, from a sample. */
    private double novelty(int[] blocks, int from, int to, PairTest isNew) {
        int step = Math.max(1, (to - from) / SAMPLED);
        int seen = 0;
        int found = 0;
        for (int i = from; i < to; i += step) {
            int block = blocks[i];
            int far = size(block) - 1;
            for (int place = 0; place < far; place += 1 + far / SAMPLED) {
                seen++;
                found += isNew.test(member(block, place), member(block, place + 1)) ? 1 : 0;
            }
        }
        return (found + 1.0) / (seen + 1.0);
    }

    /** A question about two persons. */
    interface PairTest {
        boolean test(int left, int right);
    }

    /** Tells in which block each person is, of those that are used. */
    void tell(Meetings meetings, int rule) {
        for (int block = 0; block < count(); block++) {
            for (int i = starts[block]; i < starts[block + 1] && used(block); i++) {
                meetings.add(rule, (int) (packed[i] & PERSON), block);
            }
        }
    }

    /** The blocks from the smallest to the largest, those of one size in their order. */
    private int[] bySize() {
        int most = IntStream.range(0, count()).map(this::size).max().orElse(0);
        int[] places = new int[most + 2];
        for (int block = 0; block < count(); block++) {
            places[size(block) + 1]++;
        }
        Arrays.parallelPrefix(places, Integer::sum);
        int[] sorted = new int[count()];
        for (int block = 0; block < sorted.length; block++) {
            sorted[places[size(block)]++] = block;
        }
        return sorted;
    }

    long pairs() {
        long sum = 0;
        for (int block = 0; block < count(); block++) {
            sum += (long) size(block) * (size(block) - 1) / 2;
        }
        return sum;
    }

    /** About how many pairs meet here that did not meet by an earlier rule. */
    long newPairs() {
        return newPairs;
    }

    int count() {
        return starts.length - 1;
    }

    int size(int block) {
        return starts[block + 1] - starts[block];
    }

    boolean used(int block) {
        return size(block) <= largest;
    }

    int member(int block, int place) {
        return (int) (packed[starts[block] + place] & PERSON);
    }
}
