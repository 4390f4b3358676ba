package io.attune.recommendation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * What the components would recommend to one person, from which any blend of them is quickly made.
 *
 * @param items every item that a component put forward
 * @param scores of each component, one an item, between 0 and 1
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record Candidates(int[] items, List<float[]> scores) {
    private static final int FROM_EACH = 200;

    static Candidates of(List<Component> components, Basket basket, int itemCount, IntPredicate allowed) {
        List<Ranked> ranked = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        float[] scores = new float[itemCount];
        for (Component component : components) {
            Arrays.fill(scores, 0);
            component.score(basket, scores);
            Ranked best = Ranked.of(scores, FROM_EACH, allowed);
            ranked.add(best);
            for (int item : best.items()) {
                places.putIfAbsent(item, places.size());
            }
        }
        int[] items = new int[places.size()];
        places.forEach((item, place) -> items[place] = item);
        return new Candidates(
                items, ranked.stream().map(each -> spread(each, places)).toList());
    }

    /** The best items by a weighted sum, the best first. */
    Ranked blend(double[] weights, int most) {
        float[] sums = new float[items.length];
        for (int component = 0; component < weights.length; component++) {
            if (weights[component] != 0) {
                float weight = (float) weights[component];
                float[] own = scores.get(component);
                for (int place = 0; place < sums.length; place++) {
                    sums[place] += weight * own[place];
                }
            }
        }
        Ranked best = Ranked.of(sums, most, place -> true);
        return new Ranked(Arrays.stream(best.items()).map(place -> items[place]).toArray(), best.scores());
    }

    /** The component that brought an item most, by the weights of a blend. */
    int strongest(int item, double[] weights) {
        int place = 0;
        while (items[place] != item) {
            place++;
        }
        int strongest = 0;
        for (int component = 1; component < weights.length; component++) {
            if (weights[component] * scores.get(component)[place] > weights[strongest] * scores.get(strongest)[place]) {
                strongest = component;
            }
        }
        return strongest;
    }

    private static float[] spread(Ranked ranked, Map<Integer, Integer> places) {
        float[] spread = new float[places.size()];
        for (int rank = 0; rank < ranked.items().length; rank++) {
            spread[places.get(ranked.items()[rank])] = ranked.scores()[rank];
        }
        return spread;
    }
}
