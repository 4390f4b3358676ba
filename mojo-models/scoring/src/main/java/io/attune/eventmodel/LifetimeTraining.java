package io.attune.eventmodel;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PurchaseDays;
import io.attune.lifetime.BgNbd;
import io.attune.lifetime.BgNbdFit;
import io.attune.lifetime.Fit;
import io.attune.lifetime.GammaGamma;
import io.attune.lifetime.GammaGammaFit;
import io.attune.lifetime.LifetimeModel;
import io.attune.lifetime.PurchaseHistory;
import io.attune.lifetime.SpendHistory;
import java.util.List;
import java.util.Optional;

/**
 * Fits BG/NBD and Gamma–Gamma to what a log says until a moment. The purchases of a day are one; time is in weeks; the age
 * of a person counts from the first purchase's day to the moment's.
 *
 * @param purchases the fit of how often
 * @param spend the fit of for how much, when the log has values
 */
public record LifetimeTraining(Fit<BgNbd> purchases, Optional<Fit<GammaGamma>> spend) {

    /**
     * Fits both.
     *
     * @throws EventLogException when nobody bought twice before the moment
     */
    public static LifetimeTraining of(EventLog log, Moment asOf) {
        List<PurchaseDays> people = log.people().stream()
                .map(person -> PurchaseDays.of(person, asOf))
                .toList();
        List<PurchaseHistory> histories =
                people.stream().flatMap(days -> days.purchases(asOf).stream()).toList();
        if (histories.stream().noneMatch(history -> history.repeats() > 0)) {
            throw new EventLogException(
                    "Of the " + histories.size() + " people with a purchase until " + asOf
                            + " nobody came back on another day: there is nothing to fit. Choose a later moment or a longer log");
        }
        List<SpendHistory> spends =
                people.stream().flatMap(days -> days.spend().stream()).toList();
        return new LifetimeTraining(
                BgNbdFit.of(histories), spends.isEmpty() ? Optional.empty() : Optional.of(GammaGammaFit.of(spends)));
    }

    /** What was fitted. */
    public LifetimeModel model() {
        return new LifetimeModel(purchases.model(), spend.map(Fit::model));
    }
}
