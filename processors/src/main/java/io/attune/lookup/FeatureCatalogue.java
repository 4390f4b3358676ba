package io.attune.lookup;

import io.attune.feature.Feature;
import io.attune.feature.FeatureDefinitions;
import java.util.List;
import java.util.Optional;

/** Which features there are, for whoever looks for one. */
public record FeatureCatalogue(List<Entry> features) {
    public FeatureCatalogue {
        features = List.copyOf(features);
    }

    /**
     * One of them.
     *
     * @param type {@code number} or {@code category}
     * @param fallback its value where there is nothing to say
     * @param owner absent when nobody is named
     * @param privacy {@code ordinary}, {@code personal} or {@code sensitive}
     */
    public record Entry(
            String name,
            String description,
            String type,
            String aggregation,
            Optional<Object> fallback,
            Optional<String> owner,
            String privacy) {}

    public static FeatureCatalogue of(FeatureDefinitions definitions) {
        return new FeatureCatalogue(
                definitions.features().stream().map(FeatureCatalogue::entry).toList());
    }

    private static Entry entry(Feature feature) {
        return new Entry(
                feature.name(),
                feature.description(),
                feature.categorical() ? "category" : "number",
                feature.aggregation(),
                feature.fallback(),
                Optional.of(feature.owner()).filter(owner -> !owner.isEmpty()),
                feature.privacy().text());
    }
}
