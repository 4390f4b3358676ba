package io.attune.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether probabilities come true.
 *
 * @param error the mean distance of what was said and what came, over bins of equal numbers of rows (expected calibration
 *     error)
 * @param bins by rising score
 */
public record Calibration(double error, List<CalibrationBin> bins) {
    private static final int BINS = 10;

    public Calibration {
        bins = List.copyOf(bins);
    }

    static Calibration of(double[] scores, boolean[] labels) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((left, right) -> Double.compare(scores[left], scores[right]))
                .mapToInt(Integer::intValue)
                .toArray();
        int count = Math.min(BINS, order.length);
        List<CalibrationBin> bins = new ArrayList<>();
        double error = 0;
        for (int bin = 0; bin < count; bin++) {
            int from = (int) ((long) order.length * bin / count);
            int to = (int) ((long) order.length * (bin + 1) / count);
            double said = IntStream.range(from, to)
                    .mapToDouble(index -> scores[order[index]])
                    .sum();
            long came = IntStream.range(from, to)
                    .filter(index -> labels[order[index]])
                    .count();
            bins.add(new CalibrationBin(to - from, said / (to - from), (double) came / (to - from)));
            error += Math.abs(said - came) / order.length;
        }
        return new Calibration(error, bins);
    }
}
