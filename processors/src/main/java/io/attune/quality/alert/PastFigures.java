package io.attune.quality.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** One source's figure hour by hour. Stateless and thread-safe. */
final class PastFigures {
    private static final int WEEKS = 8;
    private static final int DAYS = 21;
    private static final Duration READ_BACK = Duration.ofDays(7L * WEEKS + 1);

    /** Counts of an hour, from which every figure is made. */
    private record Hour(
            long records, long repeats, long rejects, long flagged, long categories, long kind, long present) {
        static final Hour EMPTY = new Hour(0, 0, 0, 0, 0, 0, 0);

        Hour plus(Hour other) {
            return new Hour(
                    records + other.records,
                    repeats + other.repeats,
                    rejects + other.rejects,
                    flagged + other.flagged,
                    categories + other.categories,
                    kind + other.kind,
                    present + other.present);
        }
    }

    /** A figure now, and in like hours before; of few records there is none. */
    record Course(double value, List<Double> past) {}

    Optional<Course> course(Handle handle, AlertRule rule, String source, Instant now) {
        if (rule.figure() == Figure.FRESHNESS) {
            return freshness(handle, source, now).map(seconds -> new Course(seconds, List.of()));
        }
        Instant current = now.truncatedTo(ChronoUnit.HOURS);
        Map<Instant, Hour> hours = hours(handle, rule, source, current);
        if (hours.isEmpty()) {
            return Optional.empty();
        }
        Instant first = hours.keySet().stream().min(Instant::compareTo).orElseThrow();
        Instant last = current.minus(1, ChronoUnit.HOURS);
        if (first.isAfter(last) && !rule.figure().isShare()) {
            return Optional.empty();
        }
        Hour present = hours.getOrDefault(last, Hour.EMPTY);
        if (rule.figure() != Figure.VOLUME) {
            // What is a share need not wait for the end of the hour.
            present = present.plus(hours.getOrDefault(current, Hour.EMPTY));
        }
        return value(rule, present).map(value -> new Course(value, past(rule, hours, first, last)));
    }

    /** Like hours: those of the same hour of the week, or while there are too few, of the day. */
    private static List<Double> past(AlertRule rule, Map<Instant, Hour> hours, Instant first, Instant last) {
        int enough = rule.change().map(AlertRule.Change::minimumHistory).orElse(0);
        List<Double> weekly =
                values(rule, hours, first, last, IntStream.rangeClosed(1, WEEKS).map(week -> 7 * week));
        return weekly.size() >= enough ? weekly : values(rule, hours, first, last, IntStream.rangeClosed(1, DAYS));
    }

    private static List<Double> values(
            AlertRule rule, Map<Instant, Hour> hours, Instant first, Instant last, IntStream daysBefore) {
        List<Double> values = new ArrayList<>();
        daysBefore
                .mapToObj(days -> last.minus(days, ChronoUnit.DAYS))
                .filter(hour -> !hour.isBefore(first))
                .flatMap(hour -> value(rule, hours.getOrDefault(hour, Hour.EMPTY)).stream())
                .forEach(values::add);
        return values;
    }

    private static Optional<Double> value(AlertRule rule, Hour hour) {
        long arrived = hour.records() + hour.repeats() + hour.rejects();
        return switch (rule.figure()) {
            case VOLUME -> Optional.of((double) hour.records());
            case NEW_CATEGORIES -> Optional.of((double) hour.categories());
            case DUPLICATE_RATE -> share(rule, hour.repeats(), hour.records() + hour.repeats());
            case REJECT_RATE -> share(rule, hour.rejects(), arrived);
            case FLAG_RATE -> share(rule, hour.flagged(), hour.records());
            case COMPLETENESS -> share(rule, hour.present(), hour.kind());
            case FRESHNESS -> Optional.empty();
        };
    }

    private static Optional<Double> share(AlertRule rule, long part, long whole) {
        return Stream.of(whole)
                .filter(all -> all >= Math.max(1, rule.minimumRecords()))
                .map(all -> (double) part / all)
                .findFirst();
    }

    private static Map<Instant, Hour> hours(Handle handle, AlertRule rule, String source, Instant current) {
        return handle.createQuery("""
                        select hour,
                          coalesce(sum(records) filter (where kind = '' and field = ''), 0) as records,
                          coalesce(sum(repeats) filter (where kind = '' and field = ''), 0) as repeats,
                          coalesce(sum(rejects) filter (where kind = '' and field = ''), 0) as rejects,
                          coalesce(sum(flagged) filter (where kind = '' and field = ''), 0) as flagged,
                          coalesce(sum(new_categories) filter (where kind = '' and field = :categories), 0) as categories,
                          coalesce(sum(records) filter (where kind = :kind and kind <> '' and field = ''), 0) as of_kind,
                          coalesce(sum(present) filter (where kind = :kind and kind <> '' and field = :field), 0) as present
                        from quality_hour
                        where source = :source and hour between :oldest and :current
                          and (field = '' or field = :categories or (kind = :kind and field = :field))
                        group by hour
                        """)
                .bind("source", source)
                .bind("kind", rule.kind())
                .bind("field", rule.field())
                .bind("categories", rule.figure() == Figure.NEW_CATEGORIES ? rule.field() : "")
                .bind("oldest", current.minus(READ_BACK))
                .bind("current", current)
                .reduceResultSet(new HashMap<>(), (hours, row, context) -> {
                    hours.put(
                            row.getObject("hour", OffsetDateTime.class).toInstant(),
                            new Hour(
                                    row.getLong("records"),
                                    row.getLong("repeats"),
                                    row.getLong("rejects"),
                                    row.getLong("flagged"),
                                    row.getLong("categories"),
                                    row.getLong("of_kind"),
                                    row.getLong("present")));
                    return hours;
                });
    }

    private static Optional<Double> freshness(Handle handle, String source, Instant now) {
        return handle.createQuery("""
                        select extract(epoch from :now - max(newest)) from quality_day
                        where source = :source and kind = '' and field = ''
                        """)
                .bind("now", now)
                .bind("source", source)
                .mapTo(Double.class)
                .findOne()
                .map(seconds -> Math.max(0, seconds));
    }

    /** Every source of which there are figures. */
    List<String> sources(Handle handle, Instant now) {
        return handle.createQuery("select distinct source from quality_hour where hour >= :oldest order by source")
                .bind("oldest", now.minus(READ_BACK))
                .mapTo(String.class)
                .list();
    }
}
