package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.catalogue.Catalogue;
import io.attune.sandbox.population.catalogue.Category;
import io.attune.sandbox.population.catalogue.Item;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import io.attune.sandbox.population.person.Buying;
import io.attune.sandbox.population.person.Habit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills baskets: by taste, price level and what goes together. */
public final class Baskets {
    private static final double COMPANION = 0.45;
    private static final double DISCOUNTED = 0.15;
    private static final BigDecimal DISCOUNT = new BigDecimal("0.8");

    private final Catalogue catalogue;

    public Baskets(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What somebody puts in on an ordinary purchase. */
    public List<Line> basket(Buying buying, Dice dice) {
        Map<String, Line> lines = new LinkedHashMap<>();
        int items = 1 + Distributions.geometric(dice, 1 - 1 / buying.basketSize());
        for (int item = 0; item < Math.min(items, 8); item++) {
            add(item(buying, dice), lines, dice);
        }
        return new ArrayList<>(lines.values());
    }

    /** What somebody takes when they have used something up; sometimes more besides. */
    List<Line> refill(Habit habit, Buying buying, Dice dice) {
        Map<String, Line> lines = new LinkedHashMap<>();
        add(catalogue.item(habit.itemId()).orElseThrow(), lines, dice);
        if (dice.chance(0.25)) {
            add(item(buying, dice), lines, dice);
        }
        return new ArrayList<>(lines.values());
    }

    /** An item somebody would look at. */
    public Item item(Buying buying, Dice dice) {
        double[] tastes =
                buying.tastes().stream().mapToDouble(Double::doubleValue).toArray();
        Category category = catalogue.categories().get(dice.weighted(tastes));
        List<Item> items = category.items();
        double mean = items.stream()
                .mapToDouble(item -> StrictMath.log(item.price().doubleValue()))
                .average()
                .orElseThrow();
        double wanted = mean + StrictMath.log(buying.priceLevel());
        double[] weights = new double[items.size()];
        for (int index = 0; index < weights.length; index++) {
            double distance = Math.abs(StrictMath.log(items.get(index).price().doubleValue()) - wanted);
            weights[index] = StrictMath.exp(-distance) / (index + 2);
        }
        return items.get(dice.weighted(weights));
    }

    private void add(Item item, Map<String, Line> lines, Dice dice) {
        lines.putIfAbsent(item.id(), line(item, dice));
        item.boughtTogetherWith()
                .filter(companion -> dice.chance(COMPANION))
                .flatMap(catalogue::item)
                .ifPresent(companion -> lines.putIfAbsent(companion.id(), line(companion, dice)));
    }

    private static Line line(Item item, Dice dice) {
        BigDecimal price = dice.chance(DISCOUNTED) ? item.price().multiply(DISCOUNT) : item.price();
        return new Line(item, 1 + dice.weighted(0.85, 0.12, 0.03), price.setScale(2, RoundingMode.HALF_UP));
    }
}
