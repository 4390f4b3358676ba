package io.attune.lifetime;

import static org.hipparchus.special.Gamma.logGamma;

/**
 * Gamma–Gamma: a person's purchases vary around a mean of their own, and the means vary between people, both as gamma
 * distributions, and independently of how often one buys. Source: Fader &amp; Hardie, The Gamma-Gamma Model of Monetary
 * Value (2013).
 *
 * @param p shape of one person's purchases
 * @param q shape of the scales between people
 * @param gamma scale of these, in the unit of the values
 */
public record GammaGamma(double p, double q, double gamma) {
    public GammaGamma {
        if (!(p > 0 && q > 0 && gamma > 0)) {
            throw new IllegalArgumentException(
                    "Gamma-Gamma needs positive parameters, not p " + p + ", q " + q + ", gamma " + gamma);
        }
    }

    /** Natural logarithm of the likelihood of one history; equation 1a. */
    public double logLikelihood(SpendHistory history) {
        double px = p * history.purchases();
        double total = history.purchases() * history.mean();
        return logGamma(px + q)
                - logGamma(px)
                - logGamma(q)
                + q * Math.log(gamma)
                + px * Math.log(total)
                - Math.log(history.mean())
                - (px + q) * Math.log(gamma + total);
    }

    /** Expected mean value of a person's purchases; equation 5. */
    public double expectedValue(SpendHistory history) {
        return expected(history.purchases(), history.purchases() * history.mean());
    }

    /** Expected mean value of the purchases of a person of whom no repeat purchase is known; infinite unless q &gt; 1. */
    public double expectedValue() {
        return expected(0, 0);
    }

    private double expected(int purchases, double total) {
        double shape = p * purchases + q - 1;
        return shape > 0 ? p * (gamma + total) / shape : Double.POSITIVE_INFINITY;
    }
}
