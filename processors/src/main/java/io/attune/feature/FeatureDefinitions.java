package io.attune.feature;

import io.attune.feature.calculation.Reading;
import io.attune.feature.calculation.Survey;
import io.attune.profile.Privacy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The measures and features of a release. Immutable and safe to share between threads. */
public final class FeatureDefinitions {

    private final List<Measure> measures;
    private final List<Feature> features;
    private final List<Feature> inOrder;
    private final Map<String, List<Measure>> measuresByEvent;

    /** Takes over definitions that are consistent; {@link FeatureDefinitionReader} sees to that. */
    public FeatureDefinitions(List<Measure> measures, List<Feature> features) {
        this.measures = List.copyOf(measures);
        this.features = List.copyOf(features);
        inOrder = inOrder(features);
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

    public Optional<Feature> feature(String name) {
        return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
    }

    /** Every feature after those that it reads. */
    List<Feature> computationOrder() {
        return inOrder;
    }

    /** Whether any feature must know something of everybody. */
    boolean needsPopulation() {
        return features.stream().anyMatch(feature -> feature.calculation().readsPopulation());
    }

    /** Whether a feature, or one that it reads, must know something of everybody. */
    boolean needsPopulation(String name) {
        return feature(name)
                .map(Feature::calculation)
                .filter(calculation -> calculation.readsPopulation()
                        || calculation.features().stream().anyMatch(this::needsPopulation))
                .isPresent();
    }

    /** Whether a feature, or one that it reads, is sensitive. */
    public boolean isSensitive(String name) {
        return feature(name)
                .filter(feature -> feature.privacy() == Privacy.SENSITIVE
                        || feature.calculation().features().stream().anyMatch(this::isSensitive))
                .isPresent();
    }

    /** A survey for the features that need one. */
    Survey survey(Instant asOf) {
        return new Survey(features.stream().map(Feature::calculation).toList(), asOf);
    }

    /** The same for the same measures, however they are ordered: what was counted by others must be counted again. */
    String measuresHash() {
        String text = measures.stream().map(Measure::canonical).sorted().collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Every age in days at which a window ends, ascending: days between two of them are alike to all features. */
    List<Integer> edges() {
        return features.stream()
                .flatMap(feature -> feature.calculation().readings().stream())
                .flatMap(reading -> reading.edges().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Up to which age in days a measure's days must be kept apart; a measure of which any may be summed is absent. */
    Map<String, Integer> separateDays() {
        return features.stream()
                .flatMap(feature -> feature.calculation().readings().stream())
                .filter(reading -> reading.separateDays() >= 0)
                .collect(Collectors.toMap(Reading::measure, Reading::separateDays, Math::max));
    }

    /** The types of events that any measure counts, and those that take such events back. */
    public Set<String> eventTypes() {
        return Cancellations.with(measuresByEvent.keySet());
    }

    /** The types of events of which a measure must see the properties. */
    public Set<String> detailedEventTypes() {
        return measures.stream()
                .filter(Measure::readsProperties)
                .flatMap(measure -> measure.events().stream())
                .collect(Collectors.toSet());
    }

    List<Measure> measuresOf(Activity activity) {
        List<Measure> candidates = measuresByEvent.getOrDefault(activity.type(), List.of());
        return candidates.stream().filter(measure -> measure.counts(activity)).toList();
    }

    /** The features that wait for one another in a circle; empty when each can be computed. */
    static Set<String> circular(List<Feature> features) {
        Set<String> circular = features.stream().map(Feature::name).collect(Collectors.toCollection(HashSet::new));
        inOrder(features).forEach(feature -> circular.remove(feature.name()));
        return circular;
    }

    private static List<Feature> inOrder(List<Feature> features) {
        Map<String, Feature> ready = new LinkedHashMap<>();
        int before;
        do {
            before = ready.size();
            for (Feature feature : features) {
                if (ready.keySet().containsAll(feature.calculation().features())) {
                    ready.putIfAbsent(feature.name(), feature);
                }
            }
        } while (ready.size() > before);
        return List.copyOf(ready.values());
    }
}
