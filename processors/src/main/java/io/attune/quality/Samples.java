package io.attune.quality;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The samples of all fields that outliers are told of. Thread-safe. */
final class Samples {
    private int capacity;
    private final Map<FigureKey, Sample> byKey = new HashMap<>();
    private final Set<FigureKey> changed = new HashSet<>();

    Samples(int capacity) {
        this.capacity = capacity;
    }

    /** Takes what was kept of an earlier run. */
    synchronized void restore(Map<FigureKey, double[]> kept) {
        kept.forEach((key, values) -> byKey.put(key, Sample.of(capacity, values)));
    }

    /** From now on, samples are of this many values; of a larger one the newest stay. */
    synchronized void resize(int newCapacity) {
        if (newCapacity != capacity) {
            capacity = newCapacity;
            byKey.replaceAll((key, sample) -> Sample.of(newCapacity, sample.values()));
        }
    }

    /** Whether a value is an outlier among those before it. */
    synchronized boolean isOutlier(OutlierRule rule, FigureKey key, double scaled) {
        Sample sample = byKey.get(key);
        return sample != null
                && sample.spread().map(spread -> rule.isOutlier(scaled, spread)).orElse(false);
    }

    synchronized void add(Collection<Observation.Figure> numbers) {
        for (Observation.Figure number : numbers) {
            byKey.computeIfAbsent(number.key(), key -> new Sample(capacity)).add(number.scaled());
            changed.add(number.key());
        }
    }

    /** Those that have changed since they were last asked for. */
    synchronized Map<FigureKey, double[]> takeChanged() {
        Map<FigureKey, double[]> values = new HashMap<>();
        changed.forEach(key -> values.put(key, byKey.get(key).values()));
        changed.clear();
        return values;
    }
}
