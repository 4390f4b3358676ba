package io.attune.trainer.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Chooses how many groups there are: by silhouette, Davies-Bouldin index and elbow, each with one vote a place. */
record CountChoice(Centres method, long seed) {
    /** Silhouettes take the square of this. */
    static final int SAMPLE = 1_500;

    /** Every number of groups from the least to the most, in this order. */
    List<CountTrial> trials(double[][] points, int least, int most) {
        int[] rows = Points.sample(points.length, SAMPLE, seed);
        double[][] sample = Arrays.stream(rows).mapToObj(row -> points[row]).toArray(double[][]::new);
        List<CountTrial> trials = new ArrayList<>();
        for (int count = least; count <= most; count++) {
            double[][] centres = method.of(points, count, seed);
            int[] groups = Points.nearest(sample, centres);
            trials.add(new CountTrial(
                    count,
                    KMeansCentres.within(points, centres),
                    Silhouette.mean(sample, groups, count),
                    DaviesBouldin.of(sample, groups, count),
                    0,
                    0,
                    centres));
        }
        return ranked(bent(trials));
    }

    /** The one of the least rank; of equals the fewest groups. */
    static CountTrial best(List<CountTrial> trials) {
        return trials.stream().min(Comparator.comparingInt(CountTrial::rank)).orElseThrow();
    }

    // The elbow is where the curve lies farthest below the line from its first to its last point (Satopää et al. 2011).
    private static List<CountTrial> bent(List<CountTrial> trials) {
        CountTrial first = trials.get(0);
        CountTrial last = trials.get(trials.size() - 1);
        double fall = Math.max(1e-12, first.within() - last.within());
        double length = Math.max(1, last.count() - first.count());
        return trials.stream()
                .map(trial -> new CountTrial(
                        trial.count(),
                        trial.within(),
                        trial.silhouette(),
                        trial.daviesBouldin(),
                        (first.within() - trial.within()) / fall - (trial.count() - first.count()) / length,
                        0,
                        trial.centres()))
                .toList();
    }

    private static List<CountTrial> ranked(List<CountTrial> trials) {
        return trials.stream()
                .map(trial -> new CountTrial(
                        trial.count(),
                        trial.within(),
                        trial.silhouette(),
                        trial.daviesBouldin(),
                        trial.elbow(),
                        place(trial, trials, each -> -each.silhouette())
                                + place(trial, trials, CountTrial::daviesBouldin)
                                + place(trial, trials, each -> -each.elbow()),
                        trial.centres()))
                .toList();
    }

    private static int place(CountTrial trial, List<CountTrial> trials, ToDoubleFunction<CountTrial> lessIsBetter) {
        double own = lessIsBetter.applyAsDouble(trial);
        return 1
                + (int) trials.stream()
                        .filter(other -> lessIsBetter.applyAsDouble(other) < own)
                        .count();
    }
}
