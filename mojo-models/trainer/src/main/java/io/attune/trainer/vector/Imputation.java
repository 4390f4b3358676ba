package io.attune.trainer.vector;

import io.attune.trainer.TrainingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands for missing values, by feature: as the definition asks, from the rows that are learned from, so that nothing of those
 * that judge gets in.
 */
record Imputation(Map<String, Double> values) {
    Imputation {
        values = Map.copyOf(values);
    }

    /**
     * Computes the values.
     *
     * @param asked {@code median}, {@code mean} or a number, by feature
     */
    static Imputation of(Map<String, String> asked, TrainingFrame frame, List<Row> training) {
        Map<String, Double> values = new TreeMap<>();
        asked.forEach(
                (feature, method) -> values.put(feature, value(feature, method, frame.column(feature, training))));
        return new Imputation(values);
    }

    private static double value(String feature, String method, double[] column) {
        double[] known = Arrays.stream(column)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (Character.isLetter(method.charAt(0)) && known.length == 0) {
            throw new TrainingException(
                    "impute." + feature + ": no row that is learned from has a value, so there is no " + method
                            + "; give a number, or leave the feature out");
        }
        return switch (method) {
            case "median" -> median(known);
            case "mean" -> Arrays.stream(known).average().orElseThrow();
            default -> number(feature, method);
        };
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double number(String feature, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TrainingException("impute." + feature + " is " + text + "; it takes median, mean or a number", e);
        }
    }
}
