package io.attune.recommendation;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.Horizon;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Judges blends, and each component alone, by what was bought after the moment. The last component is the baseline. */
record BlendJudgement(List<Component> components, Function<Task, double[]> weights) {
    private static final int FIRST = 10;

    /** Empty when nobody bought anything within the horizon. */
    Optional<RecommendationJudgement> of(EventLog log, Purchases purchases, Horizon horizon) {
        Trial all = Trial.of(log, purchases, components, Task.WITH_REPURCHASE, horizon);
        Trial fresh = Trial.of(log, purchases, components, Task.NEW_ITEMS_ONLY, horizon);
        if (all.people() == 0) {
            return Optional.empty();
        }
        Map<String, Double> alone = alone(all);
        Map<String, Double> aloneFresh = alone(fresh);
        String baseline = components.get(components.size() - 1).name();
        return Optional.of(new RecommendationJudgement(
                purchases.moment().toString(),
                all.people(),
                all.precision(weights.apply(Task.WITH_REPURCHASE), FIRST),
                fresh.precision(weights.apply(Task.NEW_ITEMS_ONLY), FIRST),
                baseline,
                alone.get(baseline),
                aloneFresh.get(baseline),
                Map.of(Task.WITH_REPURCHASE, alone, Task.NEW_ITEMS_ONLY, aloneFresh)));
    }

    /** The weights of a task, by the components' names. */
    Map<String, Double> named(Task task) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int component = 0; component < components.size(); component++) {
            named.put(components.get(component).name(), weights.apply(task)[component]);
        }
        return named;
    }

    /** As {@link #named}, for every task. */
    Map<Task, Map<String, Double>> named() {
        Map<Task, Map<String, Double>> named = new EnumMap<>(Task.class);
        Arrays.stream(Task.values()).forEach(task -> named.put(task, named(task)));
        return named;
    }

    private Map<String, Double> alone(Trial trial) {
        Map<String, Double> precisions = new LinkedHashMap<>();
        for (int component = 0; component < components.size(); component++) {
            double[] only = new double[components.size()];
            only[component] = 1;
            precisions.put(components.get(component).name(), trial.precision(only, FIRST));
        }
        return precisions;
    }
}
