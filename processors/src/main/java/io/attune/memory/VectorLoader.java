package io.attune.memory;

import io.attune.profile.FeatureValues;
import io.attune.profile.StoredScore;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads vectors and scores of many profiles from the database, two statements a time. Stateless. */
final class VectorLoader {

    private static final String ALIVE = """
            with recursive way as (
              select profile_id as asked, profile_id, version, merged_into from profile where profile_id = any(:profiles)
              union
              select way.asked, p.profile_id, p.version, p.merged_into
              from way join profile p on p.profile_id = way.merged_into
            ), alive as (select asked, profile_id, version from way where merged_into is null)
            """;

    /** By the profile that was asked for; a merged one answers with its survivor, and one without a vector is absent. */
    Map<UUID, HotVector> load(Handle handle, Collection<UUID> profiles) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        // The versions first: scores of a later commit under an earlier version are replaced, the reverse would stay.
        Map<UUID, HotVector> unscored = unscored(handle, profiles);
        Map<UUID, Map<String, StoredScore>> scores = scores(handle, profiles);
        Map<UUID, HotVector> loaded = new HashMap<>();
        unscored.forEach((asked, vector) -> loaded.put(
                asked,
                new HotVector(
                        vector.profile(),
                        vector.version(),
                        vector.asOf(),
                        vector.features(),
                        scores.getOrDefault(vector.profile(), Map.of()))));
        return loaded;
    }

    private static Map<UUID, HotVector> unscored(Handle handle, Collection<UUID> profiles) {
        Map<UUID, HotVector> vectors = new HashMap<>();
        handle.createQuery(ALIVE + """
                        select alive.asked, alive.profile_id, alive.version, v.as_of, v.features::text as features
                        from alive join feature_vector v on v.profile_id = alive.profile_id
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .map((row, context) -> Map.entry(
                        row.getObject("asked", UUID.class),
                        new HotVector(
                                row.getObject("profile_id", UUID.class),
                                row.getLong("version"),
                                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                                FeatureValues.parse(row.getString("features")),
                                Map.of())))
                .forEach(vector -> vectors.put(vector.getKey(), vector.getValue()));
        return vectors;
    }

    private static Map<UUID, Map<String, StoredScore>> scores(Handle handle, Collection<UUID> profiles) {
        Map<UUID, Map<String, StoredScore>> scores = new HashMap<>();
        handle.createQuery(ALIVE + """
                        select distinct s.profile_id, s.model, s.version, s.value, s.reason, s.as_of, s.release_hash
                        from alive join score s on s.profile_id = alive.profile_id
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .map((row, context) -> Map.entry(
                        row.getObject("profile_id", UUID.class),
                        new StoredScore(
                                row.getString("model"),
                                row.getString("version"),
                                Optional.ofNullable(row.getObject("value", Double.class)),
                                Optional.ofNullable(row.getString("reason")),
                                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                                row.getString("release_hash"))))
                .forEach(score -> scores.computeIfAbsent(score.getKey(), any -> new HashMap<>())
                        .put(score.getValue().model(), score.getValue()));
        return scores;
    }
}
