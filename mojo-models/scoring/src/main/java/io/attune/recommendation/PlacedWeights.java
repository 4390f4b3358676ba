package io.attune.recommendation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Weights between some of the items, by their places among these, as links between all. */
final class PlacedWeights {
    private PlacedWeights() {}

    /**
     * Keeps the greatest positive weights of each item.
     *
     * @param numbers of the items, by place
     * @param most links of one item
     */
    static ItemLinks links(String name, double halfLife, int[] numbers, double[][] weights, int most, int items) {
        int[][] others = new int[items][0];
        float[][] kept = new float[items][0];
        for (int place = 0; place < numbers.length; place++) {
            double[] row = weights[place];
            int own = place;
            int[] best = IntStream.range(0, row.length)
                    .filter(other -> other != own && row[other] > 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer other) -> -row[other])
                            .thenComparing(other -> other))
                    .limit(most)
                    .mapToInt(Integer::intValue)
                    .toArray();
            kept[numbers[place]] = Floats.of(best, row);
            others[numbers[place]] =
                    Arrays.stream(best).map(other -> numbers[other]).toArray();
        }
        return new ItemLinks(name, Basis.GOES_WITH_PURCHASES, halfLife, false, others, kept);
    }
}
