package io.attune.recommendation;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the weights of a blend: from the best single component, and from all alike, whatever weight of another raises the
 * precision, until nothing does; the better end counts. Few weights and coarse steps, and the precision at several depths:
 * the hold-out is small, and a finer search would learn it by heart.
 */
final class BlendSearch {
    private static final double[] STEPS = {0, 0.1, 0.3, 1, 2};
    private static final int ROUNDS = 2;
    private static final int[] DEPTHS = {5, 10, 20};
    /** Less is noise. */
    private static final double GAIN = 0.0003;

    private final Trial trial;
    private double[] best;
    private double precision;

    private BlendSearch(Trial trial, double[] start) {
        this.trial = trial;
        best = start;
        precision = precision(start);
    }

    /** The weights of each component, by a trial. */
    static double[] weights(Trial trial, List<Component> components) {
        double[] alike = new double[components.size()];
        Arrays.fill(alike, 1);
        BlendSearch fromAll = new BlendSearch(trial, alike).climb();
        BlendSearch fromOne = bestSingle(trial, components.size()).climb();
        return fromAll.precision >= fromOne.precision ? fromAll.best : fromOne.best;
    }

    private static BlendSearch bestSingle(Trial trial, int count) {
        BlendSearch search = new BlendSearch(trial, new double[count]);
        for (int component = 0; component < count; component++) {
            double[] alone = new double[count];
            alone[component] = 1;
            search.keepIfBetter(alone, 0);
        }
        return search;
    }

    private BlendSearch climb() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int component = 0; component < best.length; component++) {
                double[] base = best.clone();
                for (double step : STEPS) {
                    double[] varied = base.clone();
                    varied[component] = step;
                    keepIfBetter(varied, GAIN);
                }
            }
        }
        return this;
    }

    private void keepIfBetter(double[] weights, double gain) {
        double reached = precision(weights);
        if (reached > precision + gain) {
            precision = reached;
            best = weights;
        }
    }

    private double precision(double[] weights) {
        double sum = 0;
        for (int depth : DEPTHS) {
            sum += trial.precision(weights, depth);
        }
        return sum / DEPTHS.length;
    }
}
