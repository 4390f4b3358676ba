package io.attune.sandbox.population.person;

import io.attune.sandbox.population.dice.Dice;

/**
 * Numbers below one million, one for each person and purpose. Those of one purpose are all different, and show nothing of
 * those of another: whoever joined people by them would join them by chance. Immutable.
 */
final class Numbers {
    private static final int PRIME = 999_983;

    private final Dice dice;

    Numbers(Dice dice) {
        this.dice = dice;
    }

    /** For an index below the prime 999,983, in whose field a multiple of it and an offset are one to one. */
    int of(String purpose, int index) {
        Dice own = dice.split(purpose);
        long stride = 1L + own.below(PRIME - 1);
        return (int) ((index * stride + own.below(PRIME)) % PRIME);
    }
}
