package io.attune.lifetime;

/**
 * What BG/NBD knows of a person: purchases after the first one, and when, in the fit's unit of time.
 *
 * @param repeats purchases after the first, x in the paper; at least 0
 * @param recency from the first purchase to the last, t_x; 0 when there was one
 * @param age from the first purchase to the end of the observation, T; not less than the recency
 */
public record PurchaseHistory(int repeats, double recency, double age) {
    public PurchaseHistory {
        if (repeats < 0 || !(recency >= 0) || !(age >= recency) || age == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("A history needs repeats >= 0 and 0 <= recency <= age, not repeats "
                    + repeats + ", recency " + recency + ", age " + age);
        }
    }
}
