package io.attune.feature.calculation;

import io.attune.lifetime.BgNbdFit;
import io.attune.lifetime.GammaGammaFit;
import io.attune.lifetime.LifetimeModel;
import io.attune.lifetime.PurchaseHistory;
import io.attune.lifetime.SpendHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks everybody for what some features must know of everybody: quantiles of other features, and the purchases to which BG/NBD
 * and Gamma–Gamma are fitted. Not safe to share between threads.
 */
public final class Survey {

    private final Instant asOf;
    private final Map<String, Quantile> quantiles = new HashMap<>();
    private final Map<String, List<Double>> answers = new HashMap<>();
    private final Map<String, List<PurchaseHistory>> purchases = new HashMap<>();
    private final Map<String, List<SpendHistory>> spends = new HashMap<>();
    private long people;

    /** A survey for these calculations as of a moment. */
    public Survey(Collection<Calculation> calculations, Instant asOf) {
        this.asOf = asOf;
        for (Calculation calculation : calculations) {
            if (calculation instanceof Quantile quantile) {
                quantiles.put(Population.key(quantile.feature(), quantile.bins()), quantile);
            } else if (calculation instanceof Lifetime lifetime) {
                purchases.put(lifetime.measure(), new ArrayList<>());
                spends.put(lifetime.measure(), new ArrayList<>());
            }
        }
        quantiles.values().forEach(quantile -> answers.put(quantile.feature(), new ArrayList<>()));
    }

    public Instant asOf() {
        return asOf;
    }

    /** How many were asked. */
    public long people() {
        return people;
    }

    /**
     * Asks one person.
     *
     * @param values of the features that need no survey
     * @param spans what they did before the moment
     */
    public void add(Map<String, Object> values, Collection<SpanTotal> spans) {
        people++;
        answers.forEach((feature, numbers) -> {
            if (values.get(feature) instanceof Double number) {
                numbers.add(number);
            }
        });
        purchases.forEach((measure, histories) -> {
            PurchaseDays days = new PurchaseDays(
                    spans.stream()
                            .filter(span -> span.measure().equals(measure))
                            .toList(),
                    Statistic.date(asOf));
            days.history().ifPresent(histories::add);
            days.spend().ifPresent(spends.get(measure)::add);
        });
    }

    /** What they said; what too few said is absent. */
    public Population result() {
        answers.values().forEach(numbers -> numbers.sort(null));
        Map<String, List<Double>> bounds = new HashMap<>();
        quantiles.forEach((key, quantile) -> {
            List<Double> sorted = answers.get(quantile.feature());
            if (!sorted.isEmpty()) {
                bounds.put(key, bounds(sorted, quantile.bins()));
            }
        });
        Map<String, LifetimeModel> models = new HashMap<>();
        purchases.keySet().forEach(measure -> fit(measure).ifPresent(model -> models.put(measure, model)));
        return new Population(0, asOf, bounds, models);
    }

    // The smallest value that at least k of n parts of the people do not exceed (PostgreSQL's percentile_disc).
    private static List<Double> bounds(List<Double> sorted, int bins) {
        List<Double> bounds = new ArrayList<>();
        for (long part = 1; part < bins; part++) {
            long rank = (part * sorted.size() + bins - 1) / bins;
            bounds.add(sorted.get((int) Math.max(rank, 1) - 1));
        }
        return bounds;
    }

    private Optional<LifetimeModel> fit(String measure) {
        List<PurchaseHistory> histories = purchases.get(measure);
        if (histories.stream().noneMatch(history -> history.repeats() > 0)) {
            return Optional.empty();
        }
        List<SpendHistory> spent = spends.get(measure);
        return Optional.of(new LifetimeModel(
                BgNbdFit.of(histories).model(),
                spent.isEmpty()
                        ? Optional.empty()
                        : Optional.of(GammaGammaFit.of(spent).model())));
    }
}
