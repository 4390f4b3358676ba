package io.attune.sandbox.population.dice;

/** Draws from the distributions that the simulation needs. Stateless: all chance comes from the {@link Dice} passed. */
public final class Distributions {
    private Distributions() {}

    /** Exponential with the given rate (its mean is 1 / rate). */
    public static double exponential(Dice dice, double rate) {
        return -StrictMath.log(1 - dice.uniform()) / rate;
    }

    /** Standard normal (Box & Muller 1958; the second value of the pair is dropped to keep no state). */
    public static double normal(Dice dice) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - dice.uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * dice.uniform());
    }

    /** Log-normal with median 1 and the given standard deviation of its logarithm. */
    public static double logNormal(Dice dice, double sigma) {
        return StrictMath.exp(sigma * normal(dice));
    }

    /** Gamma with mean shape / rate (Marsaglia & Tsang 2000, with their boost for a shape below one). */
    public static double gamma(Dice dice, double shape, double rate) {
        if (shape < 1) {
            double boost = StrictMath.pow(1 - dice.uniform(), 1 / shape);
            return boost * gamma(dice, shape + 1, rate);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal(dice);
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            if (StrictMath.log(1 - dice.uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v / rate;
            }
        }
    }

    /** Beta with mean a / (a + b). */
    public static double beta(Dice dice, double a, double b) {
        double first = gamma(dice, a, 1);
        double second = gamma(dice, b, 1);
        // Two draws that both underflow to zero happen for tiny parameters only; either end is then as good.
        return first + second == 0 ? 0 : first / (first + second);
    }

    /** Geometric: how often an event of the given probability happens before it first does not. */
    public static int geometric(Dice dice, double probability) {
        int count = 0;
        while (dice.chance(probability)) {
            count++;
        }
        return count;
    }
}
