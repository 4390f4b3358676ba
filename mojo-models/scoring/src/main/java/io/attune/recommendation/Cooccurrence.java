package io.attune.recommendation;

import java.util.Arrays;

/** How many people bought both of two items, among those that most people bought. */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record Cooccurrence(int[] items, int[] placeOfItem, float[][] counts) {
    /** Who bought more than this is a shop more than a person, and would cost the square of it. */
    private static final int MOST_OF_ONE = 1_500;

    static Cooccurrence of(Purchases purchases, int most) {
        int[] items = purchases.mostBought(most);
        int[] places = new int[purchases.items()];
        Arrays.fill(places, -1);
        for (int place = 0; place < items.length; place++) {
            places[items[place]] = place;
        }
        float[][] counts = new float[items.length][items.length];
        for (Basket basket : purchases.baskets()) {
            add(places(basket, places), counts);
        }
        return new Cooccurrence(items, places, counts);
    }

    private static int[] places(Basket basket, int[] places) {
        return basket.distinct().stream()
                .mapToInt(item -> places[item])
                .filter(place -> place >= 0)
                .sorted()
                .limit(MOST_OF_ONE)
                .toArray();
    }

    private static void add(int[] bought, float[][] counts) {
        for (int first : bought) {
            float[] row = counts[first];
            for (int second : bought) {
                row[second]++;
            }
        }
    }
}
