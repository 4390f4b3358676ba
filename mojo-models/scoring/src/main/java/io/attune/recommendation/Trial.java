package io.attune.recommendation;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What could be recommended at a moment to those who then bought, and what they bought within the horizon.
 *
 * @param candidates of each person
 * @param wanted the items that each bought; of {@link Task#NEW_ITEMS_ONLY}, those not bought before
 */
record Trial(List<Candidates> candidates, List<Set<Integer>> wanted) {
    /** So many people tell one blend from another. */
    private static final int MOST_PEOPLE = 4_000;

    static Trial of(EventLog log, Purchases purchases, List<Component> components, Task task, Horizon horizon) {
        Moment until = purchases.moment().plusDays(horizon.days());
        List<Candidates> candidates = new ArrayList<>();
        List<Set<Integer>> wanted = new ArrayList<>();
        int people = purchases.baskets().size();
        int step = Math.max(1, people / MOST_PEOPLE);
        for (int person = 0; person < people; person += step) {
            Basket basket = purchases.baskets().get(person);
            Set<Integer> bought = new HashSet<>(Basket.between(log.people().get(person), purchases.moment(), until)
                    .distinct());
            if (!basket.isEmpty() && !bought.isEmpty()) {
                bought.removeIf(item -> !task.allows(basket, item));
                candidates.add(Candidates.of(components, basket, purchases.items(), item -> task.allows(basket, item)));
                wanted.add(bought);
            }
        }
        return new Trial(candidates, wanted);
    }

    int people() {
        return candidates.size();
    }

    /**
     * The mean share, over everybody who bought, of the first items of a blend that were bought; items that are missing
     * count as not bought.
     */
    double precision(double[] weights, int first) {
        double sum = 0;
        for (int person = 0; person < candidates.size(); person++) {
            Set<Integer> bought = wanted.get(person);
            int hits = 0;
            for (int item : candidates.get(person).blend(weights, first).items()) {
                hits += bought.contains(item) ? 1 : 0;
            }
            sum += (double) hits / first;
        }
        return sum / candidates.size();
    }
}
