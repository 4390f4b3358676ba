package io.attune.trainer.learning;

import io.attune.evaluation.AreaUnderCurve;
import io.attune.frame.Feature;
import io.attune.trainer.TrainingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds columns that tell the label alone, which in practice means that they were written down after it: a single feature
 * with an area under the curve of {@link #BAR} or more.
 */
public final class Leakage {
    static final double BAR = 0.98;
    private static final int FOLDS = 5;
    private static final int PLACES = 100;
    private static final long SEED = 1;

    private Leakage() {}

    /** A column that tells the label, and how well. */
    public record Leak(String column, double auc) {}

    /**
     * Demands that there is no such column.
     *
     * @param advice how the reader leaves a column out
     * @throws TrainingException that names each
     */
    public static void requireNone(Table table, String advice) {
        List<Leak> leaks = find(table);
        if (leaks.isEmpty()) {
            return;
        }
        String found = leaks.stream()
                .sorted(Comparator.comparingDouble(Leak::auc).reversed())
                .map(leak -> String.format(Locale.ROOT, "%s (AUC %.4f)", leak.column(), leak.auc()))
                .collect(Collectors.joining(", "));
        String names = leaks.stream().map(Leak::column).collect(Collectors.joining(","));
        throw new TrainingException("the label is told by a single column: " + found
                + ". It was probably written down after the outcome, so a model would know nothing where it is needed."
                + " Nothing was trained; " + advice + " " + names);
    }

    static List<Leak> find(Table table) {
        List<Leak> leaks = new ArrayList<>();
        List<Feature> features = table.frame().features();
        for (int index = 0; index < features.size(); index++) {
            double auc = alone(features.get(index), table.frame().values().get(index), table.labels());
            String column = features.get(index).source();
            if (auc >= BAR && leaks.stream().noneMatch(leak -> leak.column().equals(column))) {
                leaks.add(new Leak(column, auc));
            }
        }
        return leaks;
    }

    private static double alone(Feature feature, double[] values, boolean[] labels) {
        if (feature.categorical()) {
            return AreaUnderCurve.roc(rates(values, feature.levels().size(), labels), labels);
        }
        // A number may count for the label or against it, and so may its absence.
        double[] absentHigh = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? Double.POSITIVE_INFINITY : value)
                .toArray();
        double ordered = Math.max(
                eitherWay(AreaUnderCurve.roc(values, labels)), eitherWay(AreaUnderCurve.roc(absentHigh, labels)));
        // Or only some of its values count, as with the numbers of a status.
        double[] places = places(values);
        return Math.max(ordered, AreaUnderCurve.roc(rates(places, PLACES, labels), labels));
    }

    /** Where each value lies among all, in at most so many places of about equal counts; a value of its own where few differ. */
    private static double[] places(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] different = Arrays.stream(sorted).distinct().limit(PLACES + 1L).toArray();
        double[] limits = different.length <= PLACES
                ? different
                : IntStream.range(0, PLACES)
                        .mapToDouble(place -> sorted[(int) ((long) sorted.length * place / PLACES)])
                        .distinct()
                        .toArray();
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? Double.NaN : place(limits, value))
                .toArray();
    }

    private static int place(double[] limits, double value) {
        int found = Arrays.binarySearch(limits, value);
        return found < 0 ? Math.max(0, -found - 2) : found;
    }

    private static double eitherWay(double area) {
        return Math.max(area, 1 - area);
    }

    /** The share of positives of each row's level, over the other folds' rows: a level of few rows must not tell itself. */
    private static double[] rates(double[] values, int levels, boolean[] labels) {
        Folds folds = Folds.stratified(labels, FOLDS, SEED);
        double prior = (double) IntStream.range(0, labels.length)
                        .filter(row -> labels[row])
                        .count()
                / labels.length;
        double[] rates = new double[values.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            double[] rows = new double[levels + 1];
            double[] positives = new double[levels + 1];
            for (int row : folds.outside(fold)) {
                rows[level(values[row], levels)]++;
                positives[level(values[row], levels)] += labels[row] ? 1 : 0;
            }
            for (int row : folds.inside(fold)) {
                int level = level(values[row], levels);
                rates[row] = (positives[level] + prior) / (rows[level] + 1);
            }
        }
        return rates;
    }

    private static int level(double value, int levels) {
        return Double.isNaN(value) ? levels : (int) value;
    }
}
