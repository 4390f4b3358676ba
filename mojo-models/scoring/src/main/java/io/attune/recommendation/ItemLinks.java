package io.attune.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Items that follow from others: from each of a person's items, to those that it speaks for.
 *
 * @param halfLife after how many days a purchase counts half; 0 when each item counts once, whenever it was bought
 * @param seen whether what one looked at counts like a purchase
 * @param others for each item, those that it speaks for, the most first
 * @param weights how much
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
@JsonIgnoreProperties("component")
record ItemLinks(String name, Basis basis, double halfLife, boolean seen, int[][] others, float[][] weights)
        implements StoredComponent, Component {

    @Override
    public Component component(int items) {
        return this;
    }

    @Override
    public void score(Basket basket, float[] scores) {
        if (halfLife > 0) {
            basket.touches().forEach(halfLife, (item, weight) -> follow(item, weight, scores));
        } else {
            basket.distinct().forEach(item -> follow(item, 1, scores));
        }
        if (seen) {
            basket.seen().forEach(Math.max(1, halfLife), (item, weight) -> follow(item, weight, scores));
        }
    }

    private void follow(int item, float weight, float[] scores) {
        for (int link = 0; link < others[item].length; link++) {
            scores[others[item][link]] += weight * weights[item][link];
        }
    }
}
