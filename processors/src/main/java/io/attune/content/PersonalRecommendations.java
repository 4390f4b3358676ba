package io.attune.content;

import io.attune.recommendation.ItemTouch;
import io.attune.recommendation.ShopRecommender;
import io.attune.recommendation.Suggestion;
import io.attune.recommendation.Task;
import io.attune.registry.KindRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Recommends products to the people of the hub, by a model of the kind {@code recommendations} (bean {@code recommendations}):
 * reads what the person did, asks the {@link ShopRecommender} that is the champion, and leaves out what cannot be had.
 * Thread-safe; joins the caller's transaction.
 */
public final class PersonalRecommendations {
    private static final Duration REMEMBERED = Duration.ofDays(730);

    private final KindRegistry<ShopRecommender> registry;
    private final Clock clock;
    private final ItemHistory history = new ItemHistory();
    private final ProductStore products = new ProductStore();

    public PersonalRecommendations(KindRegistry<ShopRecommender> registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** A product that can be had, and how well it suits. */
    public record Recommended(Product product, Suggestion suggestion) {}

    /** The models, so that changes of the registry are taken in. */
    public KindRegistry<ShopRecommender> registry() {
        return registry;
    }

    /** The only model of its kind, when no name is given; empty when there is none, or more than one. */
    public Optional<ShopRecommender> only() {
        return registry.champions().size() == 1 ? registry.champions().stream().findFirst() : Optional.empty();
    }

    /**
     * What to show to a person, the best first; what is popular to one of whom nothing is known.
     *
     * @param task whether what was bought before may come again
     * @param first at most so many
     */
    public List<Recommended> recommend(Handle handle, ShopRecommender model, UUID profile, Task task, int first) {
        List<ItemTouch> touches = history.of(handle, profile, clock.instant().minus(REMEMBERED));
        Set<String> available = products.available(handle);
        return named(handle, model.recommend(touches, task, first, available::contains));
    }

    /**
     * What many buy, for a hub that has no model yet.
     *
     * @param task whether what the person bought before may come again
     */
    public List<Product> popular(Handle handle, UUID profile, Task task, int first) {
        Set<String> bought = task == Task.WITH_REPURCHASE
                ? Set.of()
                : history.of(handle, profile, clock.instant().minus(REMEMBERED)).stream()
                        .filter(ItemTouch::bought)
                        .map(ItemTouch::item)
                        .collect(Collectors.toSet());
        return products.popular(handle, first + bought.size()).stream()
                .filter(product -> !bought.contains(product.id()))
                .limit(first)
                .toList();
    }

    /** The products that go with one, the nearest first; empty for one that the model does not know. */
    public List<Recommended> similar(Handle handle, ShopRecommender model, String product, int first) {
        Set<String> available = products.available(handle);
        return named(handle, model.similar(product, first, available::contains));
    }

    private List<Recommended> named(Handle handle, List<Suggestion> suggestions) {
        Map<String, Product> byId = products
                .find(handle, suggestions.stream().map(Suggestion::item).toList())
                .stream()
                .collect(Collectors.toMap(Product::id, Function.identity()));
        return suggestions.stream()
                .filter(suggestion -> byId.containsKey(suggestion.item()))
                .map(suggestion -> new Recommended(byId.get(suggestion.item()), suggestion))
                .toList();
    }
}
