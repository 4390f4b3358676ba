package io.attune.eventmodel;

import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PurchaseDays;
import io.attune.lifetime.LifetimeModel;
import io.attune.lifetime.PurchaseHistory;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What BG/NBD and Gamma–Gamma make of a person; NaN where they could not be fitted. */
record LifetimeFeatures(PurchaseDays days, Moment moment, Horizon horizon, Optional<LifetimeModel> model) {
    private static final double WEEK = 7;
    private static final List<String> NAMES =
            List.of("probability_alive", "probability_of_purchase", "expected_purchases_log", "value_of_purchase_log");

    static void names(List<String> names) {
        names.addAll(NAMES);
    }

    void addTo(List<Double> values) {
        Optional<PurchaseHistory> history = days.purchases(moment);
        if (model.isEmpty() || history.isEmpty()) {
            values.addAll(Collections.nCopies(NAMES.size(), Double.NaN));
            return;
        }
        double weeks = horizon.days() / WEEK;
        values.add(model.get().purchases().probabilityAlive(history.get()));
        values.add(model.get().purchases().probabilityOfPurchase(history.get(), weeks));
        values.add(Math.log1p(model.get().purchases().expectedPurchases(history.get(), weeks)));
        values.add(model.get().valueOfPurchase(days.spend()).map(Math::log1p).orElse(Double.NaN));
    }
}
