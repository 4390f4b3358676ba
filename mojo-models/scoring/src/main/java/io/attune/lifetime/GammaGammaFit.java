package io.attune.lifetime;

import java.util.Collection;
import java.util.List;

/** Fits {@link GammaGamma} to histories by maximum likelihood. */
public final class GammaGammaFit {
    private GammaGammaFit() {}

    /**
     * Fits the three parameters.
     *
     * @throws IllegalArgumentException when there is no history
     */
    public static Fit<GammaGamma> of(Collection<SpendHistory> histories) {
        if (histories.isEmpty()) {
            throw new IllegalArgumentException("Gamma-Gamma needs people who bought more than once; there is none");
        }
        double mean =
                histories.stream().mapToDouble(SpendHistory::mean).average().orElseThrow();
        // In means of 1, the starts suit any currency.
        List<SpendHistory> scaled = histories.stream()
                .map(history -> new SpendHistory(history.purchases(), history.mean() / mean))
                .toList();
        LikelihoodSearch.Maximum maximum = LikelihoodSearch.maximize(
                parameters -> sum(model(parameters, 1), scaled),
                List.of(new double[] {4, 4, 1}, new double[] {1, 2, 1}, new double[] {10, 10, 1}));
        GammaGamma model = model(maximum.parameters(), mean);
        return new Fit<>(model, sum(model, histories), histories.size(), maximum.atBound());
    }

    private static GammaGamma model(double[] parameters, double unit) {
        return new GammaGamma(parameters[0], parameters[1], parameters[2] * unit);
    }

    private static double sum(GammaGamma model, Collection<SpendHistory> histories) {
        return histories.stream().mapToDouble(model::logLikelihood).sum();
    }
}
