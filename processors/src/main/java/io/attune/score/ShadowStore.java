package io.attune.score;

import io.attune.scoring.Score;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table {@code shadow_score}. Stateless; joins the caller's transaction. */
final class ShadowStore {

    /** What a challenger and the champion said of one vector. */
    record Pair(UUID profile, Instant asOf, Score challenger, Score champion) {}

    void save(Handle handle, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into shadow_score as present
                          (profile_id, model, version, value, reason, champion, champion_value, as_of)
                        select profile_id, model, version, nullif(value, 'NaN'), nullif(reason, ''), champion,
                               nullif(champion_value, 'NaN'), as_of
                        from unnest(:profiles, :models, :versions, :values, :reasons, :champions, :championValues,
                                    :moments)
                          as said (profile_id, model, version, value, reason, champion, champion_value, as_of)
                        on conflict (profile_id, model, version) do update
                          set value = excluded.value, reason = excluded.reason, champion = excluded.champion,
                              champion_value = excluded.champion_value, as_of = excluded.as_of
                          where present.as_of <= excluded.as_of
                        """)
                .bindArray(
                        "profiles",
                        UUID.class,
                        pairs.stream().map(Pair::profile).toList())
                .bindArray(
                        "models",
                        String.class,
                        pairs.stream().map(pair -> pair.challenger().model()).toList())
                .bindArray(
                        "versions",
                        String.class,
                        pairs.stream().map(pair -> pair.challenger().version()).toList())
                .bindArray(
                        "values",
                        Double.class,
                        pairs.stream().map(pair -> value(pair.challenger())).toList())
                .bindArray(
                        "reasons",
                        String.class,
                        pairs.stream().map(pair -> reason(pair.challenger())).toList())
                .bindArray(
                        "champions",
                        String.class,
                        pairs.stream().map(pair -> pair.champion().version()).toList())
                .bindArray(
                        "championValues",
                        Double.class,
                        pairs.stream().map(pair -> value(pair.champion())).toList())
                .bindArray(
                        "moments", Instant.class, pairs.stream().map(Pair::asOf).toList())
                .execute();
    }

    /** Every challenger of a model beside the champion that it was compared with. */
    List<ShadowComparison> compare(Handle handle, String model) {
        return handle.createQuery("""
                        with top as (
                          select version, champion,
                                 percentile_cont(0.9) within group (order by value) as own,
                                 percentile_cont(0.9) within group (order by champion_value) as theirs
                          from shadow_score where model = :model and value is not null and champion_value is not null
                          group by version, champion
                        )
                        select s.version, s.champion,
                               count(*) filter (where value is not null and champion_value is not null) as profiles,
                               count(*) filter (where (value is null) <> (champion_value is null)) as only_one,
                               avg(value) as mean, avg(champion_value) as champion_mean,
                               corr(value, champion_value) as correlation,
                               avg(abs(value - champion_value)) as difference,
                               avg(case when value >= own then 1.0 else 0.0 end)
                                 filter (where champion_value >= theirs) as shared
                        from shadow_score s left join top using (version, champion)
                        where s.model = :model
                        group by s.version, s.champion order by s.version, s.champion
                        """)
                .bind("model", model)
                .map((row, context) -> new ShadowComparison(
                        model,
                        row.getString("version"),
                        row.getString("champion"),
                        row.getLong("profiles"),
                        row.getLong("only_one"),
                        number(row, "mean"),
                        number(row, "champion_mean"),
                        number(row, "correlation"),
                        number(row, "difference"),
                        number(row, "shared")))
                .list();
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    // No value is NaN, and no reason is empty, on the way to the statement, which makes both null.
    private static double value(Score score) {
        return score instanceof Score.Value answer ? answer.value() : Double.NaN;
    }

    private static String reason(Score score) {
        return score instanceof Score.Declined declined ? declined.reason() : "";
    }
}
