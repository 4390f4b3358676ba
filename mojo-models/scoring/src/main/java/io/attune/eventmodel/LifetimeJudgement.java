package io.attune.eventmodel;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import io.attune.eventlog.PurchaseDays;
import io.attune.lifetime.LifetimeModel;
import io.attune.lifetime.PurchaseHistory;
import java.util.Optional;

/**
 * How the expectation compares with what people did after the moment, beside the naive baseline, by which everybody goes on
 * at the rate at which they bought so far.
 *
 * @param days how many of the horizon's days the log covers
 * @param people judged
 * @param purchases what they bought, in days with a purchase
 * @param expectedPurchases what was expected of them
 * @param meanAbsoluteError per person, in purchases
 * @param baselineMeanAbsoluteError the same of the baseline
 * @param baseline what the baseline is
 */
public record LifetimeJudgement(
        int days,
        int people,
        long purchases,
        double expectedPurchases,
        double meanAbsoluteError,
        double baselineMeanAbsoluteError,
        String baseline) {
    private static final long DAY = 86_400;
    private static final double WEEK = 7;

    /** Judges by what the log says after the moment; empty when it ends there. */
    public static Optional<LifetimeJudgement> of(LifetimeModel model, EventLog log, Moment asOf, Horizon horizon) {
        int covered = Math.toIntExact(Math.floorDiv(log.lastSecond(), DAY)) - asOf.day();
        int days = Math.min(horizon.days(), covered);
        return days < 1 ? Optional.empty() : Optional.of(new Sum(model, asOf, days).over(log));
    }

    private static final class Sum {
        private final LifetimeModel model;
        private final Moment asOf;
        private final Moment until;
        private final int days;
        private int people;
        private long actual;
        private double expected;
        private double error;
        private double baselineError;

        Sum(LifetimeModel model, Moment asOf, int days) {
            this.model = model;
            this.asOf = asOf;
            this.until = asOf.plusDays(days);
            this.days = days;
        }

        LifetimeJudgement over(EventLog log) {
            log.people().forEach(this::add);
            return new LifetimeJudgement(
                    days, people, actual, expected, error / people, baselineError / people, "repeats so far by age");
        }

        private void add(PersonHistory person) {
            PurchaseDays known = PurchaseDays.of(person, asOf);
            known.purchases(asOf).ifPresent(history -> {
                int bought = PurchaseDays.of(person, until).countAfter(asOf.day());
                double purchases = model.purchases().expectedPurchases(history, days / WEEK);
                people++;
                actual += bought;
                expected += purchases;
                error += Math.abs(purchases - bought);
                baselineError += Math.abs(rate(history) * days / WEEK - bought);
            });
        }

        private static double rate(PurchaseHistory history) {
            return history.age() > 0 ? history.repeats() / history.age() : 0;
        }
    }
}
