package io.attune.quality;

import io.attune.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads the figures, of all nodes (bean {@code quality}). Thread-safe. */
public final class QualityHistory {
    private static final int FIELDS_KNOWN_FOR_DAYS = 30;

    private final Database database;
    private volatile QualityDefinition definition;
    private final Clock clock;
    private final QualityStore store = new QualityStore();

    public QualityHistory(Database database, QualityDefinition definition, Clock clock) {
        this.database = database;
        this.definition = definition;
        this.clock = clock;
    }

    /** Keeps figures as another definition says. */
    public void use(QualityDefinition changed) {
        definition = changed;
    }

    /** Which rows of the history; empty texts mean the row of the whole. */
    public record Question(
            String source, String kind, String field, Instant from, Instant until, boolean byDay, int most) {}

    /** Every source that was heard of in the last month, with its figures of a span that ends now. Whole hours are counted. */
    public List<SourceQuality> summary(Duration span) {
        Instant now = clock.instant();
        Instant from = now.minus(span).truncatedTo(ChronoUnit.HOURS);
        return database.inHandle(handle -> {
            Map<String, List<SourceQuality.Completeness>> completeness = completeness(handle, from, now);
            return handle.createQuery("""
                            select d.source, max(d.newest) as newest, coalesce(max(h.records), 0) as records,
                              coalesce(max(h.repeats), 0) as repeats, coalesce(max(h.rejects), 0) as rejects,
                              coalesce(max(h.flagged), 0) as flagged, coalesce(max(h.categories), 0) as categories,
                              coalesce(max(h.outliers), 0) as outliers
                            from quality_day d left join (
                              select source, sum(records) filter (where kind = '' and field = '') as records,
                                sum(repeats) filter (where kind = '' and field = '') as repeats,
                                sum(rejects) filter (where kind = '' and field = '') as rejects,
                                sum(flagged) filter (where kind = '' and field = '') as flagged,
                                sum(new_categories) filter (where kind = '' and field = '') as categories,
                                sum(outliers) as outliers
                              from quality_hour where hour >= :from group by source) h on h.source = d.source
                            where d.kind = '' and d.field = '' and d.day >= :month
                            group by d.source order by d.source
                            """)
                    .bind("from", from)
                    .bind("month", month(now))
                    .map((row, context) -> source(row, now, completeness))
                    .list();
        });
    }

    private static SourceQuality source(
            ResultSet row, Instant now, Map<String, List<SourceQuality.Completeness>> completeness)
            throws SQLException {
        String source = row.getString("source");
        long records = row.getLong("records");
        long repeats = row.getLong("repeats");
        long rejects = row.getLong("rejects");
        Optional<Instant> newest = instant(row, "newest");
        return new SourceQuality(
                source,
                records,
                repeats,
                rejects,
                row.getLong("flagged"),
                row.getLong("outliers"),
                row.getLong("categories"),
                newest,
                newest.map(
                        happened -> Math.max(0, Duration.between(happened, now).toSeconds())),
                share(repeats, records + repeats),
                share(rejects, records + repeats + rejects),
                completeness.getOrDefault(source, List.of()));
    }

    private static Optional<Double> share(long part, long whole) {
        return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
    }

    /** A field that was there in the last month and is not in the span has a completeness of 0, not none. */
    private static Map<String, List<SourceQuality.Completeness>> completeness(
            Handle handle, Instant from, Instant now) {
        return handle.createQuery("""
                        with known as (
                          select distinct source, kind, field from quality_day
                          where kind <> '' and field <> '' and day >= :month),
                        span as (
                          select source, kind, field, sum(records) as records, sum(present) as present
                          from quality_hour where hour >= :from and kind <> '' group by source, kind, field)
                        select k.source, k.kind, k.field, w.records, coalesce(s.present, 0) as present
                        from known k join span w on w.source = k.source and w.kind = k.kind and w.field = '' and w.records > 0
                        left join span s on s.source = k.source and s.kind = k.kind and s.field = k.field
                        order by k.source, k.kind, k.field
                        """)
                .bind("month", month(now))
                .bind("from", from)
                .reduceResultSet(new HashMap<>(), (bySource, row, context) -> {
                    long records = row.getLong("records");
                    long present = row.getLong("present");
                    bySource.computeIfAbsent(row.getString("source"), source -> new ArrayList<>())
                            .add(new SourceQuality.Completeness(
                                    row.getString("kind"),
                                    row.getString("field"),
                                    records,
                                    present,
                                    (double) present / records));
                    return bySource;
                });
    }

    /** The rows of a source, the newest first. */
    public List<QualityRow> rows(Question question) {
        String bucket = question.byDay() ? "day" : "hour";
        return database.inHandle(handle -> handle.createQuery("""
                        select %1$s as bucket, source, kind, field, records, repeats, rejects, present, outliers, new_categories,
                          flagged, newest
                        from quality_%1$s
                        where source = :source and kind = :kind and field = :field and %1$s >= :from and %1$s < :until
                        order by %1$s desc limit :most
                        """.formatted(bucket))
                .bind("source", question.source())
                .bind("kind", question.kind())
                .bind("field", question.field())
                .bind(
                        "from",
                        question.byDay()
                                ? day(question.from())
                                : question.from().atOffset(ZoneOffset.UTC))
                .bind(
                        "until",
                        question.byDay()
                                ? day(question.until().minusNanos(1)).plusDays(1)
                                : question.until().atOffset(ZoneOffset.UTC))
                .bind("most", question.most())
                .map(question.byDay() ? QualityHistory::day : QualityHistory::hour)
                .list());
    }

    /** Forgets what is older than {@code quality.yaml} keeps it; answers how many rows. */
    public int forget() {
        return database.inTransaction(
                handle -> store.forget(handle, definition.keepHours(), definition.keepDays(), clock.instant()));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static LocalDate month(Instant now) {
        return day(now).minusDays(FIELDS_KNOWN_FOR_DAYS);
    }

    private static QualityRow day(ResultSet row, StatementContext context) throws SQLException {
        return row(
                row,
                row.getObject("bucket", LocalDate.class)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    private static QualityRow hour(ResultSet row, StatementContext context) throws SQLException {
        return row(row, row.getObject("bucket", OffsetDateTime.class).toInstant());
    }

    private static QualityRow row(ResultSet row, Instant since) throws SQLException {
        return new QualityRow(
                since,
                row.getString("source"),
                row.getString("kind"),
                row.getString("field"),
                row.getLong("records"),
                row.getLong("repeats"),
                row.getLong("rejects"),
                row.getLong("present"),
                row.getLong("outliers"),
                row.getLong("new_categories"),
                row.getLong("flagged"),
                instant(row, "newest"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
