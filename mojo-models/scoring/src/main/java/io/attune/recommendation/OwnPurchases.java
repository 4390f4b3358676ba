package io.attune.recommendation;

/**
 * What one bought one buys again: each purchase counts, the less the longer ago it was.
 *
 * @param today in days since 1970
 * @param halfLife after how many days a purchase counts half
 */
record OwnPurchases(int today, double halfLife) implements Component {
    @Override
    public String name() {
        return "own purchases, half-life " + Math.round(halfLife) + "d";
    }

    @Override
    public void score(Basket basket, float[] scores) {
        for (int index = 0; index < basket.size(); index++) {
            int ago = today - basket.days().get(index);
            scores[basket.items().get(index)] += (float) Math.pow(0.5, ago / halfLife);
        }
    }
}
