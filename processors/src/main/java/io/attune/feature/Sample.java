package io.attune.feature;

/**
 * Which people are asked when there are too many to ask all: about {@value #MOST}, chosen by their keys, so that the choice is
 * always the same.
 *
 * @param every one of so many is asked
 */
record Sample(long every) {

    static final int MOST = 100_000;

    static Sample of(long people) {
        return new Sample(Math.max(1, (people + MOST - 1) / MOST));
    }

    boolean includes(Object key) {
        // The bits of a hash code are mixed (Knuth's multiplicative hashing), since those of keys that follow in time
        // are not.
        long mixed = key.toString().hashCode() * 0x9E3779B97F4A7C15L;
        return Long.remainderUnsigned(mixed >>> 32, every) == 0;
    }
}
