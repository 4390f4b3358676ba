package io.attune.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Writes figures, flags and samples. Stateless and thread-safe; joins the caller's transaction. */
final class QualityStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CATEGORIES_A_FIELD = 2_000;
    private static final String ADD = """
            insert into %1$s as old
              (source, kind, field, %2$s, records, repeats, rejects, present, outliers, new_categories, flagged, newest)
            select source, kind, field, :bucket, records, repeats, rejects, present, outliers, new_categories, flagged, newest
            from unnest(:sources, :kinds, :fields, :records, :repeats, :rejects, :present, :outliers, :categories, :flagged,
                :newest)
              as f (source, kind, field, records, repeats, rejects, present, outliers, new_categories, flagged, newest)
            order by source, kind, field
            on conflict (source, %2$s, kind, field) do update set
              records = old.records + excluded.records, repeats = old.repeats + excluded.repeats,
              rejects = old.rejects + excluded.rejects, present = old.present + excluded.present,
              outliers = old.outliers + excluded.outliers, new_categories = old.new_categories + excluded.new_categories,
              flagged = old.flagged + excluded.flagged, newest = greatest(old.newest, excluded.newest)
            """;

    /** Adds counts to an hour and to its day. */
    void add(Handle handle, Instant hour, Map<FigureKey, Tally> tallies) {
        LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
        bind(handle.createUpdate(ADD.formatted("quality_hour", "hour")), tallies)
                .bind("bucket", hour)
                .execute();
        bind(handle.createUpdate(ADD.formatted("quality_day", "day")), tallies)
                .bind("bucket", day)
                .execute();
    }

    private static Update bind(Update update, Map<FigureKey, Tally> tallies) {
        Collection<FigureKey> keys = tallies.keySet();
        return update.bindArray(
                        "sources",
                        String.class,
                        keys.stream().map(FigureKey::source).toList())
                .bindArray(
                        "kinds",
                        String.class,
                        keys.stream().map(FigureKey::kind).toList())
                .bindArray(
                        "fields",
                        String.class,
                        keys.stream().map(FigureKey::field).toList())
                .bindArray("records", Long.class, column(tallies, tally -> tally.records))
                .bindArray("repeats", Long.class, column(tallies, tally -> tally.repeats))
                .bindArray("rejects", Long.class, column(tallies, tally -> tally.rejects))
                .bindArray("present", Long.class, column(tallies, tally -> tally.present))
                .bindArray("outliers", Long.class, column(tallies, tally -> tally.outliers))
                .bindArray("categories", Long.class, column(tallies, tally -> tally.newCategories))
                .bindArray("flagged", Long.class, column(tallies, tally -> tally.flagged))
                .bindArray(
                        "newest",
                        Instant.class,
                        tallies.values().stream()
                                .map(tally -> tally.newest().orElse(null))
                                .toArray());
    }

    private static List<Long> column(Map<FigureKey, Tally> tallies, ToLongFunction<Tally> count) {
        return tallies.values().stream().map(count::applyAsLong).toList();
    }

    /** Keeps the flags of records. */
    void flag(Handle handle, List<Flag> flags, Instant now) {
        if (flags.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into record_flag (record_id, flag, source, recorded_at)
                        select record_id, flag, source, :now from unnest(:records, :flags, :sources) as f (record_id, flag, source)
                        on conflict do nothing
                        """)
                .bindArray(
                        "records", UUID.class, flags.stream().map(Flag::record).toList())
                .bindArray("flags", String.class, flags.stream().map(Flag::name).toList())
                .bindArray(
                        "sources",
                        String.class,
                        flags.stream().map(Flag::source).toList())
                .bind("now", now)
                .execute();
    }

    /** Keeps values of fields; answers how many were new, by source and field. A field of thousands of values is none of categories. */
    Map<FigureKey, Long> newCategories(Handle handle, Collection<Observation.Category> categories, Instant now) {
        if (categories.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("""
                        with added as (
                          insert into quality_category (source, field, value, first_seen)
                          select source, field, value, :now from unnest(:sources, :fields, :values) as c (source, field, value)
                          where (select count(*) from quality_category k where k.source = c.source and k.field = c.field) < :most
                          order by source, field, value
                          on conflict do nothing returning source, field)
                        select source, field, count(*) as added from added group by source, field
                        """)
                .bindArray(
                        "sources",
                        String.class,
                        categories.stream().map(Observation.Category::source).toList())
                .bindArray(
                        "fields",
                        String.class,
                        categories.stream().map(Observation.Category::field).toList())
                .bindArray(
                        "values",
                        String.class,
                        categories.stream().map(Observation.Category::value).toList())
                .bind("most", CATEGORIES_A_FIELD)
                .bind("now", now)
                .reduceResultSet(new HashMap<>(), (counts, row, context) -> {
                    long added = row.getLong("added");
                    counts.merge(FigureKey.of(row.getString("source")), added, Long::sum);
                    counts.put(new FigureKey(row.getString("source"), "", row.getString("field")), added);
                    return counts;
                });
    }

    /** Keeps samples for the next run. */
    void keep(Handle handle, Map<FigureKey, double[]> samples, Instant now) {
        samples.forEach((key, values) -> handle.createUpdate("""
                        insert into quality_sample (source, kind, field, figures, seen, updated_at)
                        values (:source, :kind, :field, cast(:figures as jsonb), :seen, :now)
                        on conflict (source, kind, field) do update
                        set figures = excluded.figures, seen = excluded.seen, updated_at = excluded.updated_at
                        """)
                .bind("source", key.source())
                .bind("kind", key.kind())
                .bind("field", key.field())
                .bind("figures", JSON.valueToTree(values).toString())
                .bind("seen", values.length)
                .bind("now", now)
                .execute());
    }

    Map<FigureKey, double[]> samples(Handle handle) {
        return handle.createQuery("select source, kind, field, figures from quality_sample")
                .reduceResultSet(new HashMap<>(), (samples, row, context) -> {
                    samples.put(
                            new FigureKey(row.getString("source"), row.getString("kind"), row.getString("field")),
                            values(row.getString("figures")));
                    return samples;
                });
    }

    private static double[] values(String json) {
        try {
            JsonNode figures = JSON.readTree(json);
            double[] values = new double[figures.size()];
            for (int index = 0; index < values.length; index++) {
                values[index] = figures.get(index).doubleValue();
            }
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL gave jsonb that is no JSON", e);
        }
    }

    /** Forgets what is older than it is kept; alerts and flags go with the days. */
    int forget(Handle handle, Duration keepHours, Duration keepDays, Instant now) {
        int hours = handle.createUpdate("delete from quality_hour where hour < :oldest")
                .bind("oldest", now.minus(keepHours))
                .execute();
        int days = handle.createUpdate("delete from quality_day where day < :oldest")
                .bind("oldest", LocalDate.ofInstant(now.minus(keepDays), ZoneOffset.UTC))
                .execute();
        int alerts = handle.createUpdate("delete from quality_alert where closed_at < :oldest")
                .bind("oldest", now.minus(keepDays))
                .execute();
        int flags = handle.createUpdate("delete from record_flag where recorded_at < :oldest")
                .bind("oldest", now.minus(keepDays))
                .execute();
        return hours + days + alerts + flags;
    }
}
