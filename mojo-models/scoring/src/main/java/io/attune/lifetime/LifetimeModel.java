package io.attune.lifetime;

import java.util.Optional;

/**
 * How often and for how much: what a fit of both models found. Times are in weeks.
 *
 * @param purchases how often
 * @param spend for how much; absent when the histories had no values
 */
public record LifetimeModel(BgNbd purchases, Optional<GammaGamma> spend) {
    private static final double WEEKS_OF_YEAR = 365.25 / 7;

    /**
     * The expected value of one purchase of a person; of the population's mean person when no repeat purchase is known.
     * Empty when the model has no spend, or no mean exists.
     */
    public Optional<Double> valueOfPurchase(Optional<SpendHistory> history) {
        return spend.map(model -> history.map(model::expectedValue).orElseGet(model::expectedValue))
                .filter(Double::isFinite);
    }

    /**
     * Expected purchases in the weeks to come, each worth less the later it comes.
     *
     * @param weeks how far to look
     * @param annualDiscount 0.1 when a purchase in a year is worth 1 / 1.1 of one now; 0 for no discount
     */
    public double discountedPurchases(PurchaseHistory history, int weeks, double annualDiscount) {
        double weekly = Math.log1p(annualDiscount) / WEEKS_OF_YEAR;
        double sum = 0;
        double before = 0;
        for (int week = 1; week <= weeks; week++) {
            double until = purchases.expectedPurchases(history, week);
            sum += (until - before) * Math.exp(-weekly * (week - 0.5));
            before = until;
        }
        return sum;
    }
}
