package io.attune.feature.calculation;

import io.attune.lifetime.LifetimeModel;
import io.attune.lifetime.PurchaseHistory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be expected of a customer by BG/NBD and Gamma–Gamma as they were last fitted to the population's purchases. Empty for
 * who never bought, and before the first fit.
 *
 * @param measure what counts as a purchase, with its amount
 * @param horizon in days; of no matter where the output looks no way ahead
 */
public record Lifetime(String measure, Output output, int horizon) implements Calculation {

    private static final double DAYS_OF_WEEK = 7;

    /** What of it. */
    public enum Output {
        /** Purchases in the horizon. */
        EXPECTED_PURCHASES(true),
        /** That the person will ever buy again. */
        PROBABILITY_ALIVE(false),
        /** Of one purchase to come. */
        EXPECTED_VALUE(false),
        /** Expected purchases in the horizon times the expected value of one. */
        LIFETIME_VALUE(true);

        private final boolean looksAhead;

        Output(boolean looksAhead) {
            this.looksAhead = looksAhead;
        }

        /** Whether it needs a horizon. */
        public boolean looksAhead() {
            return looksAhead;
        }

        public static Output named(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public Optional<Object> of(Evidence evidence) {
        PurchaseDays days = new PurchaseDays(evidence.all(measure), evidence.today());
        return evidence.population()
                .lifetime(measure)
                .flatMap(model -> days.history().flatMap(history -> value(model, history, days)))
                .filter(Double::isFinite)
                .map(Object.class::cast);
    }

    private Optional<Double> value(LifetimeModel model, PurchaseHistory history, PurchaseDays days) {
        double weeks = horizon / DAYS_OF_WEEK;
        return switch (output) {
            case EXPECTED_PURCHASES -> Optional.of(model.purchases().expectedPurchases(history, weeks));
            case PROBABILITY_ALIVE -> Optional.of(model.purchases().probabilityAlive(history));
            case EXPECTED_VALUE -> model.valueOfPurchase(days.spend());
            case LIFETIME_VALUE ->
                model.valueOfPurchase(days.spend())
                        .map(value -> value * model.purchases().expectedPurchases(history, weeks));
        };
    }

    @Override
    public List<Reading> readings() {
        return List.of(Reading.separate(measure, Integer.MAX_VALUE));
    }

    @Override
    public boolean readsPopulation() {
        return true;
    }
}
