package io.attune.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Likeness of items by what is known of them before anybody bought them: category, price and the words of the name, weighted
 * by rarity (tf-idf) and compared by the cosine (Pazzani &amp; Billsus 2007).
 */
final class Contents {
    private static final int NEAREST = 60;
    private static final double LEAST = 0.05;
    private static final double CATEGORY_COUNTS = 2;
    private static final int SHORTEST_WORD = 3;

    private Contents() {}

    /**
     * Links each item to those that are most like it.
     *
     * @param items in the order of their numbers; one of which nothing is known has an empty name
     */
    static ItemLinks links(List<ShopItem> items, double halfLife) {
        List<Map<String, Double>> vectors = vectors(items);
        Map<String, List<Integer>> holders = new HashMap<>();
        for (int item = 0; item < vectors.size(); item++) {
            int number = item;
            vectors.get(item)
                    .keySet()
                    .forEach(token -> holders.computeIfAbsent(token, any -> new ArrayList<>())
                            .add(number));
        }
        int[][] others = new int[items.size()][];
        float[][] weights = new float[items.size()][];
        for (int item = 0; item < others.length; item++) {
            double[] likeness = likeness(item, vectors, holders);
            others[item] = IntStream.range(0, likeness.length)
                    .filter(other -> likeness[other] >= LEAST)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer other) -> -likeness[other])
                            .thenComparing(other -> other))
                    .limit(NEAREST)
                    .mapToInt(Integer::intValue)
                    .toArray();
            weights[item] = Floats.of(others[item], likeness);
        }
        return new ItemLinks("alike in category, price and name", Basis.ALIKE, halfLife, true, others, weights);
    }

    private static double[] likeness(int item, List<Map<String, Double>> vectors, Map<String, List<Integer>> holders) {
        double[] likeness = new double[vectors.size()];
        vectors.get(item)
                .forEach((token, weight) -> holders.get(token)
                        .forEach(other ->
                                likeness[other] += weight * vectors.get(other).get(token)));
        likeness[item] = 0;
        return likeness;
    }

    private static List<Map<String, Double>> vectors(List<ShopItem> items) {
        List<Set<String>> tokens = items.stream().map(Contents::tokens).toList();
        Map<String, Integer> holders = new HashMap<>();
        tokens.forEach(ofItem -> ofItem.forEach(token -> holders.merge(token, 1, Integer::sum)));
        return tokens.stream()
                .map(ofItem -> vector(ofItem, holders, items.size()))
                .toList();
    }

    private static Map<String, Double> vector(Set<String> tokens, Map<String, Integer> holders, int items) {
        Map<String, Double> vector = new HashMap<>();
        tokens.forEach(token -> vector.put(
                token,
                (token.startsWith("category ") ? CATEGORY_COUNTS : 1)
                        * Math.log1p((double) items / holders.get(token))));
        double length = Math.sqrt(
                vector.values().stream().mapToDouble(weight -> weight * weight).sum());
        vector.replaceAll((token, weight) -> weight / length);
        return vector;
    }

    private static Set<String> tokens(ShopItem item) {
        Set<String> tokens = new HashSet<>();
        item.category().ifPresent(category -> tokens.add("category " + category.toLowerCase(Locale.ROOT)));
        band(item.price()).ifPresent(band -> tokens.add("price " + Math.round(band)));
        for (String word : item.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (word.length() >= SHORTEST_WORD) {
                tokens.add("word " + word);
            }
        }
        return tokens;
    }

    // Prices within about half of one another are of one band.
    private static OptionalDouble band(OptionalDouble price) {
        return price.isPresent() && price.getAsDouble() > 0
                ? OptionalDouble.of(Math.floor(Math.log(price.getAsDouble()) / Math.log(1.6)))
                : OptionalDouble.empty();
    }
}
