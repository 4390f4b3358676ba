package io.attune.recommendation;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Recommends items at a moment. The blend is chosen on the horizon that ends at the moment: learned from what was known at
 * its beginning, and judged by what was bought in it. Then everything is learned again from all that is known at the moment.
 */
public final class Recommender {
    private final EventLog log;
    private final Horizon horizon;
    private final Purchases purchases;
    private final List<Component> components;
    private final Map<Task, double[]> weights;

    private Recommender(
            EventLog log,
            Horizon horizon,
            Purchases purchases,
            List<Component> components,
            Map<Task, double[]> weights) {
        this.log = log;
        this.horizon = horizon;
        this.purchases = purchases;
        this.components = components;
        this.weights = weights;
    }

    /**
     * Learns from a log.
     *
     * @param progress is told what is being done
     * @throws EventLogException when the log names no items, or nobody bought one before the moment
     */
    public static Recommender learn(EventLog log, Moment asOf, Horizon horizon, Consumer<String> progress) {
        if (log.items().isEmpty()) {
            throw new EventLogException("The log names no items: map their column with --map ...,item=COLUMN");
        }
        Map<Task, double[]> weights = chooseBlends(log, asOf.plusDays(-horizon.days()), horizon, progress);
        progress.accept("learning from all that is known as of " + asOf);
        Purchases purchases = Purchases.of(log, asOf);
        if (purchases.baskets().stream().allMatch(Basket::isEmpty)) {
            throw new EventLogException("Nobody bought anything until " + asOf + ": choose a later moment");
        }
        return new Recommender(log, horizon, purchases, Components.learn(purchases, horizon), weights);
    }

    private static Map<Task, double[]> chooseBlends(
            EventLog log, Moment before, Horizon horizon, Consumer<String> progress) {
        Map<Task, double[]> weights = new EnumMap<>(Task.class);
        Purchases purchases = Purchases.of(log, before);
        if (purchases.baskets().stream().allMatch(Basket::isEmpty)) {
            progress.accept("the log is too short to choose a blend: all components count alike");
            return weights;
        }
        progress.accept("choosing a blend as of " + before);
        List<Component> components = Components.learn(purchases, horizon);
        for (Task task : Task.values()) {
            Trial trial = Trial.of(log, purchases, components, task, horizon);
            if (trial.people() > 0) {
                weights.put(task, BlendSearch.weights(trial, components));
            }
        }
        return weights;
    }

    /**
     * The first items for everybody who bought before the moment.
     *
     * @param available the items that are in stock; absent when all are
     */
    public List<Recommendation> recommend(Task task, int first, Optional<Set<String>> available) {
        boolean[] inStock = new boolean[purchases.items()];
        for (int item = 0; item < inStock.length; item++) {
            inStock[item] =
                    available.isEmpty() || available.get().contains(log.items().get(item));
        }
        List<Recommendation> all = new ArrayList<>();
        for (int person = 0; person < purchases.baskets().size(); person++) {
            Basket basket = purchases.baskets().get(person);
            if (!basket.isEmpty()) {
                Candidates candidates = Candidates.of(
                        components, basket, purchases.items(), item -> inStock[item] && task.allows(basket, item));
                add(log.people().get(person).person(), candidates.blend(weights(task), first), all);
            }
        }
        return all;
    }

    private void add(String person, Ranked ranked, List<Recommendation> all) {
        for (int rank = 0; rank < ranked.items().length; rank++) {
            all.add(new Recommendation(person, rank + 1, log.items().get(ranked.items()[rank]), ranked.scores()[rank]));
        }
    }

    /** Judges by what the log says after the moment; empty when nobody bought then. */
    public Optional<RecommendationJudgement> judge() {
        return blend().of(log, purchases, horizon);
    }

    /** What was learned, for the registry. */
    public RecommendationModel model() {
        return new Similarity(log, components, purchases).model(blend().named());
    }

    private BlendJudgement blend() {
        return new BlendJudgement(components, this::weights);
    }

    private double[] weights(Task task) {
        double[] alike = new double[components.size()];
        Arrays.fill(alike, 1);
        return weights.getOrDefault(task, alike);
    }
}
