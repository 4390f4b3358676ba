package io.attune.eventmodel;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import io.attune.eventlog.PurchaseDays;
import io.attune.lifetime.LifetimeModel;
import io.attune.lifetime.PurchaseHistory;
import java.util.List;
import java.util.Optional;

/**
 * What the models expect of a person after a moment.
 *
 * @param person as the log calls the person
 * @param probabilityAlive that the person is still a customer
 * @param probabilityOfPurchase of at least one purchase within the horizon
 * @param purchases expected within the horizon, the purchases of a day being one
 * @param valueOfPurchase expected of one purchase, when the log has values
 * @param value expected within the horizon, when the log has values
 * @param lifetimeValue discounted, over {@link #LIFETIME_WEEKS}, when the log has values
 */
public record LifetimeScore(
        String person,
        double probabilityAlive,
        double probabilityOfPurchase,
        double purchases,
        Optional<Double> valueOfPurchase,
        Optional<Double> value,
        Optional<Double> lifetimeValue) {
    /** How far a lifetime value looks: three years. Beyond, a forecast from purchases alone says little. */
    public static final int LIFETIME_WEEKS = 156;

    /** By how much a purchase in a year is worth less than one now. */
    public static final double ANNUAL_DISCOUNT = 0.10;

    private static final double WEEK = 7;

    /** Scores everybody who bought before the moment, in the order of the log. */
    public static List<LifetimeScore> of(LifetimeModel model, EventLog log, Moment asOf, Horizon horizon) {
        return log.people().stream()
                .flatMap(person -> of(model, person, asOf, horizon).stream())
                .toList();
    }

    private static Optional<LifetimeScore> of(LifetimeModel model, PersonHistory person, Moment asOf, Horizon horizon) {
        PurchaseDays days = PurchaseDays.of(person, asOf);
        return days.purchases(asOf).map(history -> of(model, person.person(), days, history, horizon.days() / WEEK));
    }

    private static LifetimeScore of(
            LifetimeModel model, String person, PurchaseDays days, PurchaseHistory history, double weeks) {
        double purchases = model.purchases().expectedPurchases(history, weeks);
        Optional<Double> valueOfPurchase = model.valueOfPurchase(days.spend());
        return new LifetimeScore(
                person,
                model.purchases().probabilityAlive(history),
                model.purchases().probabilityOfPurchase(history, weeks),
                purchases,
                valueOfPurchase,
                valueOfPurchase.map(each -> each * purchases),
                valueOfPurchase.map(
                        each -> each * model.discountedPurchases(history, LIFETIME_WEEKS, ANNUAL_DISCOUNT)));
    }
}
