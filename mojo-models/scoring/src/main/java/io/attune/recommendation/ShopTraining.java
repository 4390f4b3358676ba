package io.attune.recommendation;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Learns a {@link ShopRecommender} from what people bought and looked at. Three looks at the log, a horizon apart: the blend
 * is chosen on the last horizon but one, judged on the last, and what is served learns from everything.
 */
public final class ShopTraining {
    private static final int FIRST = 10;

    private final EventLog log;
    private final List<ShopItem> items;
    private final Horizon horizon;
    private final Consumer<String> progress;

    /**
     * Prepares a training.
     *
     * @param catalogue what is sold, bought already or not; may be empty
     * @param progress is told what is being done
     * @throws EventLogException when neither the log nor the catalogue names an item
     */
    public ShopTraining(EventLog log, List<ShopItem> catalogue, Horizon horizon, Consumer<String> progress) {
        this.log = log;
        this.horizon = horizon;
        this.progress = progress;
        items = numbered(log, catalogue);
        if (items.isEmpty()) {
            throw new EventLogException(
                    "No order and no view names an item: their events must carry products with a product_id");
        }
    }

    /**
     * Learns from all that is known at a moment.
     *
     * @throws EventLogException when the log is too short to choose and to judge by
     */
    public TrainedShop learn(Moment end) {
        Moment judged = end.plusDays(-horizon.days());
        Map<Task, double[]> weights = choose(judged.plusDays(-horizon.days()));
        Purchases known = Purchases.of(log, judged, items.size());
        progress.accept("judging as of " + judged);
        List<StoredComponent> before = ShopComponents.learn(known, items, horizon);
        RecommendationJudgement judgement = new BlendJudgement(components(before), weights::get)
                .of(log, known, horizon)
                .orElseThrow(() -> new EventLogException("Nobody who had bought before bought in the " + horizon.days()
                        + " days until " + end + ": there is nothing to judge by"));
        progress.accept("learning from all that is known as of " + end);
        List<StoredComponent> components = ShopComponents.learn(Purchases.of(log, end, items.size()), items, horizon);
        Map<Task, List<Double>> chosen = new EnumMap<>(Task.class);
        weights.forEach(
                (task, each) -> chosen.put(task, Arrays.stream(each).boxed().toList()));
        return new TrainedShop(
                new RecommenderModel(items.stream().map(ShopItem::id).toList(), components, chosen),
                new BlendJudgement(components(before), weights::get).named(),
                judgement);
    }

    /**
     * What another recommender reaches on the last horizon, on the people whom a version of this training is judged on: the
     * mean share of the first ten items, with what was bought before, that were bought.
     *
     * @param end as for {@link #learn}
     */
    public double precisionAt10(ShopRecommender other, Moment end) {
        Moment judged = end.plusDays(-horizon.days());
        double sum = 0;
        int people = 0;
        for (PersonHistory person : log.people()) {
            Basket basket = Basket.of(person, judged);
            Set<Integer> bought = Basket.between(person, judged, end).distinct();
            if (!basket.isEmpty() && !bought.isEmpty()) {
                Set<String> wanted =
                        bought.stream().map(item -> items.get(item).id()).collect(Collectors.toSet());
                sum += other.recommend(touches(basket), Task.WITH_REPURCHASE, FIRST, item -> true).stream()
                                .filter(suggestion -> wanted.contains(suggestion.item()))
                                .count()
                        / (double) FIRST;
                people++;
            }
        }
        return people == 0 ? 0 : sum / people;
    }

    private List<ItemTouch> touches(Basket basket) {
        List<ItemTouch> touches = new ArrayList<>();
        for (int index = 0; index < basket.size(); index++) {
            touches.add(new ItemTouch(
                    items.get(basket.items().get(index)).id(), basket.days().get(index), true));
        }
        Touches seen = basket.seen();
        for (int index = 0; index < seen.items().size(); index++) {
            touches.add(new ItemTouch(
                    items.get(seen.items().get(index)).id(), seen.days().get(index), false));
        }
        return touches;
    }

    private Map<Task, double[]> choose(Moment moment) {
        Purchases purchases = Purchases.of(log, moment, items.size());
        if (purchases.baskets().stream().allMatch(Basket::isEmpty)) {
            throw new EventLogException("Nobody bought anything until " + moment + ", two horizons of " + horizon.days()
                    + " days before the end: load a longer history, or define a shorter horizon");
        }
        progress.accept("choosing a blend as of " + moment);
        List<Component> components = components(ShopComponents.learn(purchases, items, horizon));
        Map<Task, double[]> weights = new EnumMap<>(Task.class);
        for (Task task : Task.values()) {
            Trial trial = Trial.of(log, purchases, components, task, horizon);
            if (trial.people() == 0) {
                throw new EventLogException("Nobody who had bought before bought in the " + horizon.days()
                        + " days after " + moment + ": there is nothing to choose by");
            }
            weights.put(task, BlendSearch.weights(trial, components));
        }
        return weights;
    }

    private List<Component> components(List<StoredComponent> stored) {
        return stored.stream().map(each -> each.component(items.size())).toList();
    }

    /** First those of the log, at the numbers that it gives them, then those that nobody touched yet. */
    private static List<ShopItem> numbered(EventLog log, List<ShopItem> catalogue) {
        Map<String, ShopItem> known = new HashMap<>();
        catalogue.forEach(item -> known.put(item.id(), item));
        List<ShopItem> numbered = new ArrayList<>();
        Stream.concat(log.items().stream(), catalogue.stream().map(ShopItem::id))
                .distinct()
                .forEach(id -> numbered.add(Optional.ofNullable(known.get(id))
                        .orElseGet(() -> new ShopItem(id, "", Optional.empty(), OptionalDouble.empty()))));
        return numbered;
    }
}
