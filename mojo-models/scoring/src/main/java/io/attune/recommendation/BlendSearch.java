package io.attune.recommendation;

import java.util.List;

/**
 * Finds the weights of a blend: the best single component, then whatever weight of another raises the precision, until
 * nothing does. Few weights and coarse steps: the hold-out is small, and a finer search would learn it by heart.
 */
final class BlendSearch {
    private static final double[] STEPS = {0, 0.1, 0.3, 1, 2};
    private static final int ROUNDS = 2;
    private static final int FIRST = 10;
    /** Less is noise. */
    private static final double GAIN = 0.0003;

    private final Trial trial;
    private double[] best;
    private double precision;

    private BlendSearch(Trial trial) {
        this.trial = trial;
    }

    /** The weights of each component, by a trial. */
    static double[] weights(Trial trial, List<Component> components) {
        BlendSearch search = new BlendSearch(trial);
        search.chooseOne(components.size());
        for (int round = 0; round < ROUNDS; round++) {
            for (int component = 0; component < components.size(); component++) {
                search.vary(component);
            }
        }
        return search.best;
    }

    private void chooseOne(int count) {
        best = new double[count];
        precision = -1;
        for (int component = 0; component < count; component++) {
            double[] alone = new double[count];
            alone[component] = 1;
            keepIfBetter(alone, 0);
        }
    }

    private void vary(int component) {
        double[] base = best.clone();
        for (double step : STEPS) {
            double[] varied = base.clone();
            varied[component] = step;
            keepIfBetter(varied, GAIN);
        }
    }

    private void keepIfBetter(double[] weights, double gain) {
        double reached = trial.precision(weights, FIRST);
        if (reached > precision + gain) {
            precision = reached;
            best = weights;
        }
    }
}
