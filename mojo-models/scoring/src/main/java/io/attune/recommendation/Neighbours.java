package io.attune.recommendation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Items that the same people buy (Sarwar et al. 2001; Deshpande &amp; Karypis 2004): those who bought both, by the buyers of
 * either, shrunk where few bought both; the nearest of each item only.
 */
final class Neighbours implements Component {
    private static final int NEAREST = 300;
    private static final int STORED = 150;
    private static final double SHRINKAGE = 10;
    /** How much of the popularity of the neighbour is taken off; 0.5 would be the cosine. */
    private static final double DISCOUNT = 0.7;

    private final Cooccurrence together;
    private final int today;
    private final double halfLife;
    private final int[][] nearest;
    private final float[][] similarity;

    /**
     * Finds the neighbours of each item.
     *
     * @param halfLife after how many days a purchase of one's own counts half
     */
    Neighbours(Cooccurrence together, int today, double halfLife) {
        this.together = together;
        this.today = today;
        this.halfLife = halfLife;
        int count = together.items().length;
        nearest = new int[count][];
        similarity = new float[count][];
        for (int place = 0; place < count; place++) {
            find(place);
        }
    }

    @Override
    public String name() {
        return "neighbours of items, half-life " + Math.round(halfLife) + "d";
    }

    @Override
    public void score(Basket basket, float[] scores) {
        for (int index = 0; index < basket.size(); index++) {
            int place = together.placeOfItem()[basket.items().get(index)];
            if (place >= 0) {
                float weight = (float) Math.pow(0.5, (today - basket.days().get(index)) / halfLife);
                for (int neighbour = 0; neighbour < nearest[place].length; neighbour++) {
                    scores[together.items()[nearest[place][neighbour]]] += weight * similarity[place][neighbour];
                }
            }
        }
    }

    /** For a version's folder. */
    ItemLinks stored(int items) {
        double[][] weights = new double[nearest.length][nearest.length];
        for (int place = 0; place < nearest.length; place++) {
            for (int neighbour = 0; neighbour < nearest[place].length; neighbour++) {
                weights[place][nearest[place][neighbour]] = similarity[place][neighbour];
            }
        }
        return PlacedWeights.links(name(), halfLife, together.items(), weights, STORED, items);
    }

    private void find(int place) {
        float[] row = together.counts()[place];
        double[] near = new double[row.length];
        for (int other = 0; other < row.length; other++) {
            double both = row[other];
            near[other] = other == place || both == 0
                    ? 0
                    : both
                            / (Math.pow(row[place], 1 - DISCOUNT) * Math.pow(together.counts()[other][other], DISCOUNT))
                            * (both / (both + SHRINKAGE));
        }
        nearest[place] = IntStream.range(0, row.length)
                .filter(other -> near[other] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer other) -> -near[other])
                        .thenComparing(other -> other))
                .limit(NEAREST)
                .mapToInt(Integer::intValue)
                .toArray();
        similarity[place] = new float[nearest[place].length];
        for (int neighbour = 0; neighbour < nearest[place].length; neighbour++) {
            similarity[place][neighbour] = (float) near[nearest[place][neighbour]];
        }
    }
}
