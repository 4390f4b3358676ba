package io.attune.feature;

import io.attune.profile.FeatureValues;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code feature_vector}. Thread-safe; joins the caller's transaction. */
public final class VectorStore {

    /** Writes vectors; an older one never takes the place of a newer one. */
    void save(Handle handle, Map<UUID, FeatureVector> vectors, String release) {
        if (vectors.isEmpty()) {
            return;
        }
        List<UUID> profiles = new ArrayList<>();
        List<String> moments = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<Long> populations = new ArrayList<>();
        vectors.forEach((profile, vector) -> {
            profiles.add(profile);
            moments.add(vector.asOf().toString());
            values.add(FeatureValues.write(vector.values()));
            populations.add(vector.population());
        });
        handle.createUpdate("""
                        insert into feature_vector as present (profile_id, as_of, features, population, release_hash)
                        select profile_id, as_of, features, population, :release
                        from unnest(:profiles, :moments::timestamptz[], :values::jsonb[], :populations)
                          as vector (profile_id, as_of, features, population)
                        on conflict (profile_id) do update
                          set as_of = excluded.as_of, features = excluded.features, population = excluded.population,
                              release_hash = excluded.release_hash
                          where present.as_of <= excluded.as_of
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray("moments", String.class, moments)
                .bindArray("values", String.class, values)
                .bindArray("populations", Long.class, populations)
                .bind("release", release)
                .execute();
    }

    /** The stored vectors of the profiles; one that has none is absent. */
    public Map<UUID, FeatureVector> read(Handle handle, Collection<UUID> profiles) {
        Map<UUID, FeatureVector> vectors = new HashMap<>();
        handle.createQuery("""
                        select profile_id, as_of, features::text as features, population
                        from feature_vector where profile_id = any(:profiles)
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .map((row, context) -> Map.entry(
                        row.getObject("profile_id", UUID.class),
                        new FeatureVector(
                                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                                FeatureValues.parse(row.getString("features")),
                                row.getLong("population"))))
                .forEach(entry -> vectors.put(entry.getKey(), entry.getValue()));
        return vectors;
    }
}
