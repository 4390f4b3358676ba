package io.attune.recommendation;

/** What many bought lately, whoever one is: the fallback for whom nothing else is known. */
final class Popularity implements Component {
    private final int days;
    private final float[] counts;

    /** Counts the purchases of the last days. */
    Popularity(Purchases purchases, int days) {
        this.days = days;
        this.counts = new float[purchases.items()];
        int after = purchases.moment().day() - days;
        for (Basket basket : purchases.baskets()) {
            for (int index = 0; index < basket.size(); index++) {
                if (basket.days().get(index) > after) {
                    counts[basket.items().get(index)]++;
                }
            }
        }
    }

    @Override
    public String name() {
        return "popularity of " + days + "d";
    }

    /** For a version's folder. */
    ItemCounts stored() {
        return new ItemCounts(days, counts);
    }

    @Override
    public void score(Basket basket, float[] scores) {
        for (int item = 0; item < counts.length; item++) {
            scores[item] += counts[item];
        }
    }
}
