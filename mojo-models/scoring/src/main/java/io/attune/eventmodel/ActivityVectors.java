package io.attune.eventmodel;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import io.attune.eventlog.PurchaseDays;
import io.attune.lifetime.LifetimeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a log tells of people at a moment, in numbers. Nothing that occurs later reaches them: the lifetime models that some
 * of them come from are fitted to what is known at that moment, too.
 */
public final class ActivityVectors {
    private static final int FEWEST_REPEATS = 20;

    private final Moment moment;
    private final Horizon horizon;
    private final Optional<LifetimeModel> lifetime;

    private ActivityVectors(Moment moment, Horizon horizon, Optional<LifetimeModel> lifetime) {
        this.moment = moment;
        this.horizon = horizon;
        this.lifetime = lifetime;
    }

    /** Prepares the vectors of a moment. */
    public static ActivityVectors of(EventLog log, Moment moment, Horizon horizon) {
        long repeats = log.people().stream()
                .filter(person -> PurchaseDays.of(person, moment).count() > 1)
                .count();
        // Seven parameters from a handful of people would be noise.
        return new ActivityVectors(
                moment,
                horizon,
                repeats < FEWEST_REPEATS
                        ? Optional.empty()
                        : Optional.of(LifetimeTraining.of(log, moment).model()));
    }

    /** The names of the numbers, in their order. */
    public static List<String> names(Horizon horizon) {
        List<String> names = new ArrayList<>();
        HistoryFeatures.names(horizon, names);
        LifetimeFeatures.names(names);
        return List.copyOf(names);
    }

    /** The numbers of a person; NaN where there is none. Empty for a person of whom no activity is known. */
    public Optional<double[]> vector(PersonHistory person) {
        PurchaseDays days = PurchaseDays.of(person, moment);
        if (days.count() == 0) {
            return Optional.empty();
        }
        List<Double> values = new ArrayList<>();
        new HistoryFeatures(person, days, moment, horizon).addTo(values);
        new LifetimeFeatures(days, moment, horizon, lifetime).addTo(values);
        return Optional.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
