package io.attune.score;

import io.attune.feature.FeatureVector;
import io.attune.scoring.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code score}. Stateless; joins the caller's transaction. */
final class ScoreStore {

    /** Writes scores, each as of its vector's moment; an older one never takes the place of a newer one. */
    void save(Handle handle, Map<UUID, FeatureVector> vectors, Map<UUID, Map<String, Score>> scores, String release) {
        List<UUID> profiles = new ArrayList<>();
        List<Score> said = new ArrayList<>();
        scores.forEach((profile, ofProfile) -> ofProfile.values().forEach(score -> {
            profiles.add(profile);
            said.add(score);
        }));
        if (said.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into score as present (profile_id, model, version, value, reason, as_of, release_hash,
                          imputed)
                        select profile_id, model, version, nullif(value, 'NaN'), nullif(reason, ''), as_of, :release,
                          string_to_array(nullif(imputed, ''), ',')
                        from unnest(:profiles, :models, :versions, :values, :reasons, :moments::timestamptz[], :imputed)
                          as said (profile_id, model, version, value, reason, as_of, imputed)
                        on conflict (profile_id, model) do update
                          set version = excluded.version, value = excluded.value, reason = excluded.reason,
                              as_of = excluded.as_of, release_hash = excluded.release_hash, imputed = excluded.imputed
                          where present.as_of <= excluded.as_of
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bindArray(
                        "models", String.class, said.stream().map(Score::model).toList())
                .bindArray(
                        "versions",
                        String.class,
                        said.stream().map(Score::version).toList())
                .bindArray(
                        "values",
                        Double.class,
                        said.stream().map(ScoreStore::value).toList())
                .bindArray(
                        "reasons",
                        String.class,
                        said.stream().map(ScoreStore::reason).toList())
                .bindArray(
                        "moments",
                        String.class,
                        profiles.stream()
                                .map(profile -> vectors.get(profile).asOf().toString())
                                .toList())
                .bindArray(
                        "imputed",
                        String.class,
                        said.stream().map(ScoreStore::imputed).toList())
                .bind("release", release)
                .execute();
    }

    // No value is NaN, and no reason is empty, on the way to the statement, which makes both null.
    private static double value(Score score) {
        return score instanceof Score.Value answer ? answer.value() : Double.NaN;
    }

    private static String imputed(Score score) {
        return score instanceof Score.Value answer ? String.join(",", answer.imputed()) : "";
    }

    private static String reason(Score score) {
        return score instanceof Score.Declined declined ? declined.reason() : "";
    }
}
