package io.attune.recommendation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people with like purchases bought (Resnick et al. 1994, on sets): rare items tell more of a likeness than common ones,
 * and a purchase counts the less the longer ago it was.
 */
final class PeopleAlike implements Component {
    private static final int NEAREST = 200;
    /** Keeps who bought one rare item from being everybody's twin. */
    private static final double SHRINKAGE = 10;
    /** Among so many, enough are alike; comparing with everybody would cost the square of them. */
    private static final int MOST_PEOPLE = 10_000;

    private final Purchases purchases;
    private final double halfLife;
    private final List<List<Integer>> buyers = new ArrayList<>();
    private final double[] rarity;
    private final double[] lengths;

    PeopleAlike(Purchases purchases, double halfLife) {
        this.purchases = purchases;
        this.halfLife = halfLife;
        rarity = new double[purchases.items()];
        lengths = new double[purchases.baskets().size()];
        for (int item = 0; item < rarity.length; item++) {
            buyers.add(new ArrayList<>());
            double share =
                    (1.0 + purchases.buyers()[item]) / purchases.baskets().size();
            rarity[item] = Math.pow(Math.log1p(1 / share), 2);
        }
        int step = Math.max(1, lengths.length / MOST_PEOPLE);
        for (int person = 0; person < lengths.length; person += step) {
            for (int item : purchases.baskets().get(person).distinct()) {
                buyers.get(item).add(person);
                lengths[person] += rarity[item];
            }
        }
    }

    @Override
    public String name() {
        return "people alike, half-life " + Math.round(halfLife) + "d";
    }

    @Override
    public void score(Basket basket, float[] scores) {
        nearest(basket).forEach(neighbour -> add(neighbour, scores));
    }

    private record Neighbour(int person, double likeness) {}

    @SuppressWarnings("ReferenceEquality") // the person is to be left out, not whoever bought the same
    private List<Neighbour> nearest(Basket basket) {
        Map<Integer, Double> shared = new HashMap<>();
        double length = 0;
        for (int item : basket.distinct()) {
            length += rarity[item];
            buyers.get(item).forEach(person -> shared.merge(person, rarity[item], Double::sum));
        }
        double own = length;
        return shared.entrySet().stream()
                .filter(entry -> purchases.baskets().get(entry.getKey()) != basket)
                .map(entry -> new Neighbour(
                        entry.getKey(), entry.getValue() / (Math.sqrt(own * lengths[entry.getKey()]) + SHRINKAGE)))
                .sorted(Comparator.comparingDouble((Neighbour neighbour) -> -neighbour.likeness())
                        .thenComparing(Neighbour::person))
                .limit(NEAREST)
                .toList();
    }

    private void add(Neighbour neighbour, float[] scores) {
        Basket basket = purchases.baskets().get(neighbour.person());
        int today = purchases.moment().day();
        for (int index = 0; index < basket.size(); index++) {
            double weight = Math.pow(0.5, (today - basket.days().get(index)) / halfLife);
            scores[basket.items().get(index)] += (float) (neighbour.likeness() * weight);
        }
    }
}
