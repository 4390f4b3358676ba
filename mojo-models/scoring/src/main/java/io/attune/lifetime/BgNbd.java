package io.attune.lifetime;

import static org.hipparchus.special.Gamma.logGamma;

/**
 * BG/NBD: while active, a person buys at a rate drawn from a gamma distribution, and after each purchase becomes inactive
 * with a probability drawn from a beta distribution. Source: Fader, Hardie &amp; Lee, "Counting Your Customers" the Easy
 * Way, Marketing Science 24 (2005).
 *
 * @param r shape of the rates
 * @param alpha inverse scale of the rates, in the unit of time
 * @param a first parameter of the drop-out's beta distribution
 * @param b second parameter of it
 */
public record BgNbd(double r, double alpha, double a, double b) {
    /** e to its power is a number yet, with room for the factors beside it. */
    private static final double LARGEST_EXPONENT = 600;

    public BgNbd {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException(
                    "BG/NBD needs positive parameters, not r " + r + ", alpha " + alpha + ", a " + a + ", b " + b);
        }
    }

    /** Natural logarithm of the likelihood of one history; equation 6, summed in logarithms. */
    public double logLikelihood(PurchaseHistory history) {
        return logOfCount(history.repeats()) + logOfTimes(history);
    }

    /** The part of the log-likelihood that depends on the number of repeats alone, and is the dear one. */
    double logOfCount(int x) {
        return logGamma(r + x)
                - logGamma(r)
                + r * Math.log(alpha)
                + logGamma(b + x)
                - logGamma(b)
                + logGamma(a + b)
                - logGamma(a + b + x);
    }

    /** The rest of it. */
    double logOfTimes(PurchaseHistory history) {
        int x = history.repeats();
        double alive = -(r + x) * Math.log(alpha + history.age());
        if (x == 0) {
            return alive;
        }
        double gone = Math.log(a / (b + x - 1)) - (r + x) * Math.log(alpha + history.recency());
        return logSum(alive, gone);
    }

    /** Probability that the person is still active at the end of the observation. */
    public double probabilityAlive(PurchaseHistory history) {
        int x = history.repeats();
        if (x == 0) {
            return 1;
        }
        double logOdds = Math.log(b + x - 1)
                - Math.log(a)
                - (r + x) * (Math.log(alpha + history.age()) - Math.log(alpha + history.recency()));
        return 1 / (1 + Math.exp(-logOdds));
    }

    /** Expected number of purchases in the time after the observation; equation 10. */
    public double expectedPurchases(PurchaseHistory history, double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("The time must be 0 or more, not " + time);
        }
        // At a = 1 the formula is 0 / 0; it is smooth there, so two neighbours give its value.
        double distance = 1e-4;
        double ifAlive = Math.abs(a - 1) >= distance
                ? purchasesIfAlive(a, history, time)
                : (purchasesIfAlive(1 - distance, history, time) + purchasesIfAlive(1 + distance, history, time)) / 2;
        return probabilityAlive(history) * Math.max(0, ifAlive);
    }

    /** Probability of at least one purchase in the time after the observation. */
    public double probabilityOfPurchase(PurchaseHistory history, double time) {
        double silentIfAlive = (r + history.repeats()) * -Math.log1p(time / (alpha + history.age()));
        return probabilityAlive(history) * -Math.expm1(silentIfAlive);
    }

    // The paper's 2F1 after Euler's transformation (DLMF 15.8.1): its own terms grow beyond any number for frequent
    // buyers, these stay near 1.
    private double purchasesIfAlive(double drop, PurchaseHistory history, double time) {
        double until = alpha + history.age();
        if ((drop - 1) * Math.log1p(time / until) > LARGEST_EXPONENT) {
            return purchasesOfNearlyEqualDropOut(drop, history, time);
        }
        double sum = drop + b + history.repeats() - 1;
        // At 0 the product below has a limit, which a neighbour gives to the sixth digit.
        double c = Math.abs(sum) < 1e-6 ? 1e-6 : sum;
        double series = Hypergeometric.value(c - history.repeats() - r, drop - 1, c, time / (until + time));
        double shrunk = Math.exp((1 - drop) * Math.log1p(time / until)) * series;
        return c / (drop - 1) * (1 - shrunk);
    }

    /**
     * Where all people drop out with nearly the same probability p, the series is too large a number times too small a one. Then
     * the expectation for a given p, (1 - (until / (until + p time))^(r + x)) / p, is taken at one deviation below and above the
     * mean of p.
     */
    private double purchasesOfNearlyEqualDropOut(double drop, PurchaseHistory history, double time) {
        double all = drop + b + history.repeats();
        double mean = drop / all;
        double deviation = Math.sqrt(mean * (1 - mean) / (all + 1));
        double until = alpha + history.age();
        double shape = r + history.repeats();
        double below = purchasesOf(mean - deviation, until, shape, time);
        double above = purchasesOf(mean + deviation, until, shape, time);
        return (below + above) / 2;
    }

    private static double purchasesOf(double drop, double until, double shape, double time) {
        return -Math.expm1(-shape * Math.log1p(drop * time / until)) / drop;
    }

    private static double logSum(double first, double second) {
        double larger = Math.max(first, second);
        return larger + Math.log1p(Math.exp(Math.min(first, second) - larger));
    }
}
