package io.attune.lifetime;

/** Gauss's hypergeometric function by its series (DLMF 15.2.1). */
final class Hypergeometric {
    private static final int TERMS = 200_000;

    private Hypergeometric() {}

    /** 2F1(a, b; c; z) for 0 <= z < 1 and c > -1 other than 0, to about 14 digits. */
    static double value(double a, double b, double c, double z) {
        if (!(z >= 0 && z < 1 && c > -1 && c != 0)) {
            throw new IllegalArgumentException(
                    "2F1 is summed for 0 <= z < 1 and c > -1 other than 0, not z " + z + ", c " + c);
        }
        double term = 1;
        double sum = 1;
        for (int n = 0; n < TERMS; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.abs(term) * z <= 1e-15 * Math.abs(sum) * (1 - z)) {
                return sum;
            }
        }
        return sum;
    }
}
