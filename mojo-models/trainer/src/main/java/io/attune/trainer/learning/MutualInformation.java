package io.attune.trainer.learning;

import io.attune.card.Bar;
import io.attune.evaluation.Bins;
import io.attune.frame.Feature;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each column tells of the label for itself, in nats: the mutual information of its bins of equal counts, a missing
 * value being one, and the label (Shannon 1948).
 */
final class MutualInformation {
    private MutualInformation() {}

    /** By column, the most first; of a column's features the most telling counts. */
    static List<Bar> of(Table table) {
        Map<String, Double> best = new LinkedHashMap<>();
        for (int index = 0; index < table.frame().features().size(); index++) {
            Feature feature = table.frame().features().get(index);
            best.merge(feature.source(), of(feature, table.frame().values().get(index), table.labels()), Math::max);
        }
        return best.entrySet().stream()
                .map(entry -> new Bar(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Bar::length).reversed())
                .toList();
    }

    static double of(Feature feature, double[] values, boolean[] labels) {
        List<Double> edges =
                feature.categorical() ? List.of() : Bins.ofEqualCounts(values).edges();
        int bins = 1 + (feature.categorical() ? feature.levels().size() : Math.max(1, edges.size()));
        double[][] counts = new double[bins][2];
        for (int row = 0; row < values.length; row++) {
            counts[bin(values[row], edges, bins)][labels[row] ? 1 : 0]++;
        }
        double rows = values.length;
        double[] ofLabel = new double[2];
        for (double[] bin : counts) {
            ofLabel[0] += bin[0] / rows;
            ofLabel[1] += bin[1] / rows;
        }
        double information = 0;
        for (double[] bin : counts) {
            double ofBin = (bin[0] + bin[1]) / rows;
            for (int label = 0; label < 2; label++) {
                double both = bin[label] / rows;
                information += both == 0 ? 0 : both * Math.log(both / (ofBin * ofLabel[label]));
            }
        }
        return information;
    }

    /** The last bin is that of the missing. */
    private static int bin(double value, List<Double> edges, int bins) {
        if (Double.isNaN(value)) {
            return bins - 1;
        }
        if (edges.isEmpty()) {
            return Math.min(bins - 2, (int) value);
        }
        int bin = 0;
        while (bin < edges.size() - 2 && value >= edges.get(bin + 1)) {
            bin++;
        }
        return bin;
    }
}
