package io.attune.quality.alert;

import io.attune.database.PostgresDatabase;
import io.attune.delivery.MovableClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hours of figures that sources had, for tests of the alerts about them; each extends this. */
abstract class QualityHours {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    final MovableClock clock = new MovableClock(Instant.parse("2026-06-15T12:30:00Z"));

    @BeforeEach
    void clear() {
        POSTGRES.clear();
    }

    QualityAlerts alerts(AlertRule... rules) {
        return new QualityAlerts(POSTGRES.database(), List.of(rules), UUID::randomUUID, clock);
    }

    static AlertRule rejectRate(double above) {
        return new AlertRule(
                "many-rejects",
                "*",
                Figure.REJECT_RATE,
                "",
                "",
                OptionalDouble.of(above),
                OptionalDouble.empty(),
                Optional.empty(),
                10,
                2,
                3,
                0.2);
    }

    static void hour(String source, Instant hour, String kind, String field, long records, long rejects, long present) {
        POSTGRES.database()
                .useHandle(handle -> handle.createUpdate("""
                        insert into quality_hour (source, kind, field, hour, records, rejects, present)
                        values (:source, :kind, :field, :hour, :records, :rejects, :present)
                        on conflict (source, hour, kind, field) do update
                        set records = excluded.records, rejects = excluded.rejects, present = excluded.present
                        """)
                        .bind("source", source)
                        .bind("kind", kind)
                        .bind("field", field)
                        .bind("hour", hour.truncatedTo(ChronoUnit.HOURS))
                        .bind("records", records)
                        .bind("rejects", rejects)
                        .bind("present", present)
                        .execute());
    }

    void now(String source, long records, long rejects) {
        hour(source, clock.instant(), "", "", records, rejects, 0);
    }

    static List<String> names(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> alert.source() + ' ' + alert.state())
                .toList();
    }
}
