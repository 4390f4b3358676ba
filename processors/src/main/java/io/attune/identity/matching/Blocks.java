package io.attune.identity.matching;

import java.util.Arrays;

/**
 * The blocks of one rule: groups of persons that share its key. Blocks that are too large to be worth their pairs are left out;
 * their members meet by other rules.
 */
final class Blocks {
    /** The number of a person's block where there is none. */
    static final int NONE = -1;

    private static final long PERSON = 0xFFFFFF;

    private final long[] packed;
    private final int[] starts;
    private final int[] blockOf;
    private final int largest;

    private Blocks(long[] packed, int[] starts, int[] blockOf, int largest) {
        this.packed = packed;
        this.starts = starts;
        this.blockOf = blockOf;
        this.largest = largest;
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
        return new Blocks(
                Arrays.copyOf(packed, kept), Arrays.copyOf(starts, blocks + 1), new int[0], Integer.MAX_VALUE);
    }

    /** These blocks without those that have more members than fit into a number of pairs, the smallest first. */
    Blocks within(long pairs, int persons) {
        int[] sizes = new int[count()];
        Arrays.setAll(sizes, this::size);
        Arrays.sort(sizes);
        long sum = 0;
        int most = 1;
        for (int i = 0; i < sizes.length; ) {
            int next = i;
            long added = 0;
            while (next < sizes.length && sizes[next] == sizes[i]) {
                added += (long) sizes[i] * (sizes[i] - 1) / 2;
                next++;
            }
            if (sum + added > pairs) {
                break;
            }
            sum += added;
            most = sizes[i];
            i = next;
        }
        return numbered(most, persons);
    }

    private Blocks numbered(int most, int persons) {
        int[] numbers = new int[persons];
        Arrays.fill(numbers, NONE);
        for (int block = 0; block < count(); block++) {
            if (size(block) <= most) {
                for (int i = starts[block]; i < starts[block + 1]; i++) {
                    numbers[(int) (packed[i] & PERSON)] = block;
                }
            }
        }
        return new Blocks(packed, starts, numbers, most);
    }

    long pairs() {
        long sum = 0;
        for (int block = 0; block < count(); block++) {
            sum += (long) size(block) * (size(block) - 1) / 2;
        }
        return sum;
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

    /** Whether this rule brings two persons together. */
    boolean joins(int left, int right) {
        return blockOf[left] != NONE && blockOf[left] == blockOf[right];
    }
}
