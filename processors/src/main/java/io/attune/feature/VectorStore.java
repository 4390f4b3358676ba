package io.attune.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code feature_vector}. Thread-safe; joins the caller's transaction. */
public final class VectorStore {

    private static final TypeReference<LinkedHashMap<String, Double>> VALUES = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();

    /** Writes vectors; an older one never takes the place of a newer one. */
    void save(Handle handle, Map<UUID, FeatureVector> vectors, String release) {
        if (vectors.isEmpty()) {
            return;
        }
        List<UUID> profiles = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        List<String> values = new ArrayList<>();
        vectors.forEach((profile, vector) -> {
            profiles.add(profile);
            moments.add(vector.asOf().toString());
            values.add(text(vector.values()));
        });
        handle.createUpdate("""
                        insert into feature_vector as present (profile_id, as_of, features, release_hash)
                        select profile_id, as_of, features, :release
                        from unnest(:profiles, :moments::timestamptz[], :values::jsonb[])
                          as vector (profile_id, as_of, features)
                        on conflict (profile_id) do update
                          set as_of = excluded.as_of, features = excluded.features, release_hash = excluded.release_hash
                          where present.as_of <= excluded.as_of
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray("moments", String.class, moments)
                .bindArray("values", String.class, values)
                .bind("release", release)
                .execute();
    }

    /** The stored vectors of the profiles; one that has none is absent. */
    public Map<UUID, FeatureVector> read(Handle handle, Collection<UUID> profiles) {
        Map<UUID, FeatureVector> vectors = new HashMap<>();
        handle.createQuery("""
                        select profile_id, as_of, features::text as features
                        from feature_vector where profile_id = any(:profiles)
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .map((row, context) -> Map.entry(
                        row.getObject("profile_id", UUID.class),
                        new FeatureVector(
                                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                                values(row.getString("features")))))
                .forEach(entry -> vectors.put(entry.getKey(), entry.getValue()));
        return vectors;
    }

    private String text(Map<String, Double> values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new AttuneException("VECTOR_UNWRITABLE", ErrorCategory.INTERNAL, "A vector is no JSON", e);
        }
    }

    private Map<String, Double> values(String text) {
        try {
            return json.readValue(text, VALUES);
        } catch (JsonProcessingException e) {
            throw new AttuneException("VECTOR_UNREADABLE", ErrorCategory.INTERNAL, "A stored vector is broken", e);
        }
    }
}
