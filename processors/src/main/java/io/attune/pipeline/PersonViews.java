package io.attune.pipeline;

import io.attune.feature.FeatureVector;
import io.attune.profile.ProfileStore;
import io.attune.scoring.Score;
import io.attune.segment.PersonView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Puts together what rules may know of people. Thread-safe; joins the caller's transaction. */
public final class PersonViews {
    private final ProfileStore profiles;

    public PersonViews(ProfileStore profiles) {
        this.profiles = profiles;
    }

    /** A view of everyone who has a vector; a score that its model declined is absent. */
    public List<PersonView> of(Handle handle, Map<UUID, FeatureVector> vectors, Map<UUID, Map<String, Score>> scores) {
        Map<UUID, Map<String, Object>> attributes = profiles.ruleAttributes(handle, vectors.keySet());
        List<PersonView> views = new ArrayList<>();
        vectors.forEach((profile, vector) -> views.add(new PersonView(
                profile,
                vector.values(),
                values(scores.getOrDefault(profile, Map.of())),
                attributes.getOrDefault(profile, Map.of()))));
        return views;
    }

    private static Map<String, Double> values(Map<String, Score> scores) {
        Map<String, Double> values = new HashMap<>();
        scores.forEach((model, score) -> {
            if (score instanceof Score.Value value) {
                values.put(model, value.value());
            }
        });
        return values;
    }
}
