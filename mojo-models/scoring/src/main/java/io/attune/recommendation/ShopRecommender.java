package io.attune.recommendation;

import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Recommends the items of a shop to one person at a time, from a version's folder: what serves recommendations in a running
 * hub. Immutable and safe to share between threads; a recommendation takes well below a millisecond for a hundred items and a
 * few for some thousand.
 */
public final class ShopRecommender {
    /** The kind as the registry names it. */
    public static final String KIND = "recommendations";

    private final RecommenderModel model;
    private final List<Component> components;
    private final Map<String, Integer> numbers = new HashMap<>();

    ShopRecommender(RecommenderModel model) {
        this.model = model;
        components = model.components().stream()
                .map(component -> component.component(model.items().size()))
                .toList();
        for (int item = 0; item < model.items().size(); item++) {
            numbers.put(model.items().get(item), item);
        }
    }

    /**
     * Loads a version's folder, which holds {@code model.json} and {@code card.json}.
     *
     * @throws io.attune.scoring.ModelException when one is missing or damaged
     */
    public static ShopRecommender load(Path version) {
        ModelCard card = ModelCard.read(version.resolve("card.json"));
        Path file = version.resolve("model.json");
        return new ShopRecommender(RecommenderModel.parse(ModelFile.read(file, card.digest()), file));
    }

    /** The ids of the items that it knows. */
    public Set<String> items() {
        return Set.copyOf(numbers.keySet());
    }

    /**
     * What to show to a person; somebody of whom nothing is known gets what is popular.
     *
     * @param history what the person bought and looked at, in any order; items that the model does not know are passed over
     * @param first at most so many, the best first
     * @param available which items may be shown, by id
     */
    public List<Suggestion> recommend(List<ItemTouch> history, Task task, int first, Predicate<String> available) {
        Basket basket = basket(history);
        IntPredicate allowed = item ->
                task.allows(basket, item) && available.test(model.items().get(item));
        Candidates candidates = Candidates.of(components, basket, model.items().size(), allowed);
        double[] weights = model.weights(task);
        Ranked best = candidates.blend(weights, first);
        List<Suggestion> suggestions = new ArrayList<>();
        for (int rank = 0; rank < best.items().length; rank++) {
            int component = candidates.strongest(best.items()[rank], weights);
            suggestions.add(new Suggestion(
                    model.items().get(best.items()[rank]),
                    best.scores()[rank],
                    model.components().get(component).basis()));
        }
        return suggestions;
    }

    /**
     * The items that go with one, the nearest first: those that the same people buy, then those that are alike; empty for one
     * that the model does not know.
     *
     * @param available which items may be shown, by id
     */
    public List<Suggestion> similar(String item, int first, Predicate<String> available) {
        Integer number = numbers.get(item);
        if (number == null) {
            return List.of();
        }
        Basket only = new Basket(List.of(number), List.of(0), Set.of(number));
        Map<String, Suggestion> similar = new LinkedHashMap<>();
        for (int component = 0; component < components.size(); component++) {
            if (model.components().get(component) instanceof ItemLinks links) {
                add(
                        links,
                        only,
                        similar,
                        first,
                        other -> other != number && available.test(model.items().get(other)));
            }
        }
        return similar.values().stream().limit(first).toList();
    }

    private void add(ItemLinks links, Basket basket, Map<String, Suggestion> similar, int first, IntPredicate allowed) {
        float[] scores = new float[model.items().size()];
        links.score(basket, scores);
        Ranked ranked = Ranked.of(scores, first, allowed);
        for (int rank = 0; rank < ranked.items().length; rank++) {
            String id = model.items().get(ranked.items()[rank]);
            similar.putIfAbsent(id, new Suggestion(id, ranked.scores()[rank], links.basis()));
        }
    }

    private Basket basket(List<ItemTouch> history) {
        Touches bought = new Touches(new ArrayList<>(), new ArrayList<>());
        Touches seen = new Touches(new ArrayList<>(), new ArrayList<>());
        history.forEach(touch -> {
            Integer number = numbers.get(touch.item());
            if (number != null) {
                Touches touches = touch.bought() ? bought : seen;
                touches.items().add(number);
                touches.days().add(touch.day());
            }
        });
        return new Basket(bought.items(), bought.days(), new HashSet<>(bought.items()), seen);
    }
}
