package io.attune.scoring;

import hex.genmodel.MojoModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a feature vector into a model's row: columns in the order of the model's own names, levels as the indices of its
 * own domains, everything unknown as NaN.
 */
final class InputEncoder {

    private final String[] names;
    private final List<String> inputs;
    private final List<Map<String, Integer>> levels;

    /** @param features the feature that a column of the model reads, where it is called otherwise */
    InputEncoder(MojoModel model, Map<String, String> features) {
        String[] columns = Arrays.copyOf(model.getNames(), model.nfeatures());
        names = Arrays.stream(columns)
                .map(column -> features.getOrDefault(column, column))
                .toArray(String[]::new);
        inputs = List.of(names);
        levels = Arrays.stream(columns)
                .map(column -> indices(model.getDomainValues(column)))
                .toList();
    }

    List<String> names() {
        return inputs;
    }

    boolean isCategorical(int input) {
        return !levels.get(input).isEmpty();
    }

    double level(int input, String level) {
        Integer index = levels.get(input).get(level);
        return index == null ? Double.NaN : index;
    }

    double[] encode(Map<String, ?> features) {
        double[] row = new double[names.length];
        for (int column = 0; column < row.length; column++) {
            row[column] = encode(features.get(names[column]), levels.get(column));
        }
        return row;
    }

    private static double encode(Object value, Map<String, Integer> levels) {
        if (value instanceof Number number && levels.isEmpty()) {
            return number.doubleValue();
        }
        if (value instanceof String level) {
            Integer index = levels.get(level);
            return index == null ? Double.NaN : index;
        }
        return Double.NaN;
    }

    private static Map<String, Integer> indices(String[] domain) {
        if (domain == null) {
            return Map.of();
        }
        Map<String, Integer> indices = new HashMap<>();
        for (int index = 0; index < domain.length; index++) {
            indices.put(domain[index], index);
        }
        return indices;
    }
}
