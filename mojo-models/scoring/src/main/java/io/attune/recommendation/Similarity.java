package io.attune.recommendation;

import io.attune.eventlog.EventLog;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes of what was learned what a page about an item, or a stranger, can be shown. */
record Similarity(EventLog log, List<Component> components, Purchases purchases) {
    private static final int MOST_ITEMS = 5_000;
    private static final int SIMILAR = 10;
    private static final int POPULAR = 100;

    RecommendationModel model(Map<Task, Map<String, Double>> weights) {
        Component neighbours = components.stream()
                .filter(Neighbours.class::isInstance)
                .findFirst()
                .orElseThrow();
        Component popularity = components.stream()
                .filter(Popularity.class::isInstance)
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> similar = new LinkedHashMap<>();
        for (int item : purchases.mostBought(MOST_ITEMS)) {
            similar.put(log.items().get(item), names(neighbours, item, SIMILAR));
        }
        return new RecommendationModel(log.items(), names(popularity, -1, POPULAR), similar, weights);
    }

    private List<String> names(Component component, int item, int most) {
        float[] scores = new float[purchases.items()];
        Basket basket = item < 0
                ? new Basket(List.of(), List.of(), Set.of())
                : new Basket(List.of(item), List.of(purchases.moment().day()), Set.of(item));
        component.score(basket, scores);
        return Arrays.stream(Ranked.of(scores, most, other -> other != item).items())
                .mapToObj(log.items()::get)
                .toList();
    }
}
