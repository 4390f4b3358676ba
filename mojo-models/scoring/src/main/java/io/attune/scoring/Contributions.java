package io.attune.scoring;

import hex.genmodel.MojoModel;
import hex.genmodel.PredictContributions;
import hex.genmodel.PredictContributionsFactory;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts that a row's values had in a model's answer (TreeSHAP: Lundberg et al. 2018), on the scale on which the trees
 * add up: log-odds for a probability. They and the bias add up to the answer on that scale, before any calibration.
 *
 * @param ofInputs by input; positive raises the answer
 * @param bias what the model answers on average
 */
public record Contributions(Map<String, Double> ofInputs, double bias) {
    private static final String BIAS = "BiasTerm";

    public Contributions {
        ofInputs = Map.copyOf(ofInputs);
    }

    /** The inputs with the largest parts, either way, the largest first. */
    public List<Map.Entry<String, Double>> largest(int count) {
        return ofInputs.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .sorted(Comparator.<Map.Entry<String, Double>>comparingDouble(entry -> -Math.abs(entry.getValue()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .toList();
    }

    static Optional<Contributions> of(MojoModel model, List<String> inputs, double[] row) {
        if (!(model instanceof PredictContributionsFactory factory)) {
            return Optional.empty();
        }
        PredictContributions predictor = factory.makeContributionsPredictor();
        float[] parts = predictor.calculateContributions(row.clone());
        String[] names = predictor.getContributionNames();
        Map<String, Double> ofInputs = new LinkedHashMap<>();
        double bias = 0;
        for (int index = 0; index < parts.length; index++) {
            if (index == names.length || BIAS.equals(names[index])) {
                bias = parts[index];
            } else {
                ofInputs.merge(input(model, inputs, names[index]), (double) parts[index], Double::sum);
            }
        }
        return Optional.of(new Contributions(ofInputs, bias));
    }

    /** XGBoost has a part for each level of a category, called {@code column.level}; they add up to the column's. */
    private static String input(MojoModel model, List<String> inputs, String name) {
        String[] columns = model.getNames();
        int found = -1;
        for (int column = 0; column < inputs.size(); column++) {
            boolean longer = found < 0 || columns[column].length() > columns[found].length();
            if (columns[column].equals(name)) {
                return inputs.get(column);
            }
            if (name.startsWith(columns[column] + ".") && longer) {
                found = column;
            }
        }
        return found < 0 ? name : inputs.get(found);
    }
}
