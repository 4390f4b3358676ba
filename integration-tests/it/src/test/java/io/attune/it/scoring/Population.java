package io.attune.it.scoring;

import io.attune.profile.FeatureValues;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Tens of thousands of people who are nothing but a vector, for runs that would be over at once with fewer. Their ids begin with
 * {@code ffff}, so that they come last, and are known by it. Not thread-safe.
 */
final class Population implements AutoCloseable {
    private static final String OURS = "profile_id >= 'ffff0000-0000-4000-8000-000000000000'";

    private final Jdbi database;

    private Population(Jdbi database) {
        this.database = database;
    }

    /** @param scorer whose inputs the vectors hold, one in ten of them missing */
    static Population of(Jdbi database, int people, Scorer scorer) {
        Population population = new Population(database);
        String vector = scorer.inputs().stream()
                .map(input -> "'" + input + "', case when random() < 0.9 then random() * 100 end")
                .collect(Collectors.joining(", "));
        database.useTransaction(handle -> {
            handle.execute("""
                    insert into profile (profile_id, created_at, changed_at)
                    select ('ffff' || lpad(to_hex(n), 4, '0') || '-0000-4000-8000-000000000000')::uuid, now(), now()
                    from generate_series(0, ?) n
                    """, people - 1);
            handle.execute(
                    "insert into feature_vector (profile_id, as_of, features, release_hash) select profile_id, now(),"
                            + " jsonb_strip_nulls(jsonb_build_object(" + vector + ")), 'it' from profile where "
                            + OURS);
        });
        return population;
    }

    /** The last of them, in the last chunk of a run. */
    UUID last() {
        return database.withHandle(handle -> handle.createQuery(
                        "select profile_id from profile where " + OURS + " order by profile_id desc limit 1")
                .mapTo(UUID.class)
                .one());
    }

    /** A line for everybody whose stored score is not what the scorer says of the stored vector. */
    List<String> differences(Scorer scorer) {
        return database.withHandle(handle -> {
            List<String> differences = new ArrayList<>();
            handle.createQuery("""
                            select v.profile_id, v.features::text as features, s.value, s.reason
                            from feature_vector v left join score s on s.profile_id = v.profile_id and s.model = :model
                            where v.\
                            """ + OURS)
                    .bind("model", scorer.card().model())
                    .map((row, context) -> difference(
                            scorer,
                            row.getString("profile_id"),
                            row.getString("features"),
                            row.getObject("value", Double.class),
                            row.getString("reason")))
                    .forEach(difference -> {
                        if (!difference.isEmpty()) {
                            differences.add(difference);
                        }
                    });
            return differences;
        });
    }

    private static String difference(Scorer scorer, String profile, String features, Double value, String reason) {
        Score expected = scorer.score(FeatureValues.parse(features));
        boolean same = expected instanceof Score.Value said
                ? Objects.equals(value, said.value())
                : Objects.equals(reason, ((Score.Declined) expected).reason());
        return same ? "" : profile + " should be " + expected + " and is " + value + " " + reason;
    }

    /** How many of them have a score, or a reason for having none. */
    long judged() {
        return database.withHandle(handle -> handle.createQuery("select count(*) from score where " + OURS)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void close() {
        List<String> tables =
                List.of("score", "feature_vector", "segment_membership", "projection", "delivery", "profile");
        database.useTransaction(
                handle -> tables.forEach(table -> handle.execute("delete from " + table + " where " + OURS)));
    }
}
