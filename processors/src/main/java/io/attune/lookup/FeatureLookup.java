package io.attune.lookup;

import io.attune.database.Database;
import io.attune.feature.Feature;
import io.attune.feature.FeatureDefinitions;
import io.attune.feature.FeatureService;
import io.attune.identity.ProfileSearch;
import io.attune.memory.HotVector;
import io.attune.memory.ProfileMemory;
import io.attune.record.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Answers questions for vectors. Thread-safe. */
public final class FeatureLookup {

    private final Database database;
    private final ProfileMemory memory;
    private final ProfileSearch search;
    private final FeatureService features;

    public FeatureLookup(Database database, ProfileMemory memory, ProfileSearch search, FeatureService features) {
        this.database = database;
        this.memory = memory;
        this.search = search;
        this.features = features;
    }

    /** What can be asked for. */
    public FeatureDefinitions definitions() {
        return features.definitions();
    }

    /**
     * Looks up.
     *
     * @param question whose features all exist
     * @param sensitive whether the caller may see sensitive features
     */
    public FeatureAnswer answer(FeatureQuestion question, boolean sensitive) {
        List<Feature> wanted = definitions().features().stream()
                .filter(feature ->
                        question.features().isEmpty() || question.features().contains(feature.name()))
                .toList();
        List<String> withheld = wanted.stream()
                .filter(feature -> !sensitive && definitions().isSensitive(feature.name()))
                .map(Feature::name)
                .toList();
        List<String> shown = wanted.stream()
                .map(Feature::name)
                .filter(name -> !withheld.contains(name))
                .toList();
        Map<String, List<UUID>> asked = asked(question);
        Set<UUID> everybody = new LinkedHashSet<>();
        asked.values().forEach(everybody::addAll);
        Map<UUID, HotVector> vectors = memory.vectors(everybody);
        List<FeatureAnswer.Found> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        asked.forEach((place, profiles) -> {
            List<HotVector> ofPlace = profiles.stream()
                    .filter(vectors::containsKey)
                    .map(vectors::get)
                    .toList();
            ofPlace.forEach(vector -> found.add(found(place, vector, shown)));
            if (ofPlace.isEmpty()) {
                unknown.add(place);
            }
        });
        return new FeatureAnswer(found, unknown, withheld);
    }

    private Map<String, List<UUID>> asked(FeatureQuestion question) {
        Map<String, List<UUID>> asked = new LinkedHashMap<>();
        for (int index = 0; index < question.profiles().size(); index++) {
            asked.put("profiles/" + index, List.of(question.profiles().get(index)));
        }
        if (!question.identifiers().isEmpty()) {
            database.useHandle(handle -> {
                for (int index = 0; index < question.identifiers().size(); index++) {
                    Identifier identifier = question.identifiers().get(index);
                    asked.put("identifiers/" + index, search.owners(handle, identifier));
                }
            });
        }
        return asked;
    }

    private static FeatureAnswer.Found found(String place, HotVector vector, List<String> shown) {
        Map<String, Object> values = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : shown) {
            Object value = vector.features().get(name);
            if (value == null) {
                missing.add(name);
            } else {
                values.put(name, value);
            }
        }
        return new FeatureAnswer.Found(place, vector.profile(), vector.asOf(), values, missing);
    }
}
