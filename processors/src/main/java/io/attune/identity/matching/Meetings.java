package io.attune.identity.matching;

import java.util.Arrays;

/** Which blocks every person is in, rule by rule: tells whether an earlier rule brings two persons together. Safe to read by many threads. */
final class Meetings {
    private static final int NONE = -1;

    private final int rules;
    private final int[] blocks;

    Meetings(int persons, int rules) {
        this.rules = rules;
        blocks = new int[Math.multiplyExact(persons, rules)];
        Arrays.fill(blocks, NONE);
    }

    void add(int rule, int person, int block) {
        blocks[person * rules + rule] = block;
    }

    /** Whether one of the rules before one brings two persons together. */
    boolean before(int rule, int left, int right) {
        int one = left * rules;
        int other = right * rules;
        for (int earlier = 0; earlier < rule; earlier++) {
            int block = blocks[one + earlier];
            if (block == blocks[other + earlier] && block != NONE) {
                return true;
            }
        }
        return false;
    }
}
