package io.attune.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The measures and features of a release. Immutable and safe to share between threads. */
public final class FeatureDefinitions {

    private final List<Measure> measures;
    private final List<Feature> features;
    private final Map<String, List<Measure>> measuresByEvent;

    /** Takes over definitions that are consistent; {@link FeatureDefinitionReader} sees to that. */
    public FeatureDefinitions(List<Measure> measures, List<Feature> features) {
        this.measures = List.copyOf(measures);
        this.features = List.copyOf(features);
        Map<String, List<Measure>> byEvent = new HashMap<>();
        for (Measure measure : measures) {
            measure.events()
                    .forEach(type -> byEvent.computeIfAbsent(type, any -> new ArrayList<>())
                            .add(measure));
        }
        byEvent.replaceAll((type, counting) -> List.copyOf(counting));
        measuresByEvent = Map.copyOf(byEvent);
    }

    public List<Measure> measures() {
        return measures;
    }

    /** In the order of the files and within them. */
    public List<Feature> features() {
        return features;
    }

    public Optional<Measure> measure(String name) {
        return measures.stream().filter(measure -> measure.name().equals(name)).findFirst();
    }

    /** Every length of a window, in days, ascending: days between two of them are alike to all features. */
    List<Integer> windows() {
        return features.stream()
                .flatMapToInt(feature -> feature.window().stream())
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /** The types of events that any measure counts. */
    public Set<String> eventTypes() {
        return measuresByEvent.keySet();
    }

    List<Measure> measuresOf(Activity activity) {
        List<Measure> candidates = measuresByEvent.getOrDefault(activity.type(), List.of());
        return candidates.stream().filter(measure -> measure.counts(activity)).toList();
    }
}
