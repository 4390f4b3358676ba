package io.attune.lifetime;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fits {@link BgNbd} to histories by maximum likelihood. */
public final class BgNbdFit {
    private BgNbdFit() {}

    /**
     * Fits the four parameters.
     *
     * @throws IllegalArgumentException when there is no history, or none with a repeat purchase
     */
    public static Fit<BgNbd> of(Collection<PurchaseHistory> histories) {
        if (histories.stream().noneMatch(history -> history.repeats() > 0)) {
            throw new IllegalArgumentException(
                    "BG/NBD needs people who bought more than once; of " + histories.size() + " nobody did");
        }
        double meanAge =
                histories.stream().mapToDouble(PurchaseHistory::age).average().orElseThrow();
        // Many histories are alike: each is computed once. In ages of 1, the starts suit any unit of time.
        Map<PurchaseHistory, Integer> counts = new HashMap<>();
        histories.forEach(history -> counts.merge(
                new PurchaseHistory(history.repeats(), history.recency() / meanAge, history.age() / meanAge),
                1,
                Integer::sum));
        LikelihoodSearch.Maximum maximum = LikelihoodSearch.maximize(
                parameters -> logLikelihood(model(parameters, 1), counts),
                List.of(new double[] {0.5, 0.5, 1, 2}, new double[] {1, 1, 0.3, 3}, new double[] {3, 1, 1, 10}));
        BgNbd model = model(maximum.parameters(), meanAge);
        double logLikelihood =
                histories.stream().mapToDouble(model::logLikelihood).sum();
        return new Fit<>(model, logLikelihood, histories.size(), maximum.atBound());
    }

    private static BgNbd model(double[] parameters, double unit) {
        return new BgNbd(parameters[0], parameters[1] * unit, parameters[2], parameters[3]);
    }

    private static double logLikelihood(BgNbd model, Map<PurchaseHistory, Integer> counts) {
        Map<Integer, Double> ofCount = new HashMap<>();
        double sum = 0;
        for (Map.Entry<PurchaseHistory, Integer> entry : counts.entrySet()) {
            PurchaseHistory history = entry.getKey();
            double first = ofCount.computeIfAbsent(history.repeats(), model::logOfCount);
            sum += entry.getValue() * (first + model.logOfTimes(history));
        }
        return sum;
    }
}
