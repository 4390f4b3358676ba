package io.attune.sandbox.population.dice;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A stream of chance that gives the same draws for the same seed on every machine: SplitMix64 (Steele, Lea & Flood
 * 2014) and {@link StrictMath} only, since {@code java.util.Random} and {@link Math} promise neither for the
 * distributions drawn here.
 *
 * <p>{@link #split(String)} makes an independent stream by name, so that a change in how one thing is drawn (say, how
 * a phone number is written) leaves every other draw (say, what a person buys) as it was.
 *
 * <p>Not safe for use by several threads; splitting does not advance the parent.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long origin;
    private long state;

    private Dice(long origin) {
        this.origin = origin;
        this.state = origin;
    }

    public static Dice of(long seed) {
        return new Dice(mix(seed + GOLDEN_GAMMA));
    }

    /** An independent stream named {@code name}; the same name gives the same stream. */
    public Dice split(String name) {
        long hash = origin;
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash * 31 + letter);
        }
        return new Dice(mix(hash ^ GOLDEN_GAMMA));
    }

    /** An independent stream numbered {@code number}; the same number gives the same stream. */
    public Dice split(long number) {
        return new Dice(mix(origin ^ mix(number + GOLDEN_GAMMA)));
    }

    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform over 0 … bound − 1. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** The index of a weight, drawn in proportion to the weights, of which one at least is positive. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int index = 0; index < weights.length - 1; index++) {
            left -= weights[index];
            if (left < 0) {
                return index;
            }
        }
        return weights.length - 1;
    }

    /** {@code digits} hexadecimal digits. */
    public String hexadecimal(int digits) {
        StringBuilder text = new StringBuilder(digits);
        while (text.length() < digits) {
            long word = next();
            for (int nibble = 0; nibble < 16 && text.length() < digits; nibble++) {
                text.append(Character.forDigit((int) (word >>> (4 * nibble)) & 15, 16));
            }
        }
        return text.toString();
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
