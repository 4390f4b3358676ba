package io.attune.quality.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QualityAlertsTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private final MovableClock clock = new MovableClock(Instant.parse("2026-06-15T12:30:00Z"));

    @BeforeEach
    void clear() {
        POSTGRES.clear();
    }

    private QualityAlerts alerts(AlertRule... rules) {
        return new QualityAlerts(POSTGRES.database(), List.of(rules), UUID::randomUUID, clock);
    }

    private static AlertRule rejectRate(double above) {
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

    private static AlertRule change(Figure figure, String kind, String field, AlertRule.Direction direction) {
        return new AlertRule(
                "unlike-before",
                "web",
                figure,
                kind,
                field,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.of(new AlertRule.Change(5, direction, 5)),
                10,
                1,
                1,
                0.1);
    }

    private static void hour(
            String source, Instant hour, String kind, String field, long records, long rejects, long present) {
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

    private void now(String source, long records, long rejects) {
        hour(source, clock.instant(), "", "", records, rejects, 0);
    }

    private static List<String> names(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> alert.source() + ' ' + alert.state())
                .toList();
    }

    @Test
    void anAlertOpensOnceStaysWhileItHoversAndClosesWhenItIsCalm() {
        QualityAlerts alerts = alerts(rejectRate(0.1));
        now("web", 80, 20);
        now("pos", 100, 0);

        assertThat(alerts.evaluate()).as("once is not enough").isZero();
        assertThat(alerts.evaluate()).isEqualTo(1);
        for (int minute = 0; minute < 20; minute++) {
            alerts.evaluate();
        }
        assertThat(names(alerts.newest(10))).containsExactly("web opened");
        assertThat(alerts.open().get(0).reason()).isEqualTo("reject-rate is 0.2000 (share), above 0.1000");

        now("web", 91, 9);
        for (int minute = 0; minute < 20; minute++) {
            alerts.evaluate();
        }
        assertThat(alerts.open())
                .as("9 % is not calm where 10 % is alarming and the margin 20 %")
                .hasSize(1);

        now("web", 100, 1);
        alerts.evaluate();
        alerts.evaluate();
        assertThat(alerts.open()).hasSize(1);
        alerts.evaluate();
        assertThat(alerts.open()).isEmpty();
        assertThat(names(alerts.newest(10))).containsExactly("web closed");
    }

    @Test
    void aFigureThatJumpsAroundItsLimitOpensNothingNew() {
        QualityAlerts alerts = alerts(rejectRate(0.1));
        for (int minute = 0; minute < 100; minute++) {
            now("web", 100, minute % 2 == 0 ? 20 : 1);
            alerts.evaluate();
        }
        assertThat(alerts.newest(10)).isEmpty();

        now("web", 100, 20);
        alerts.evaluate();
        alerts.evaluate();
        for (int minute = 0; minute < 100; minute++) {
            now("web", 100, minute % 2 == 0 ? 1 : 20);
            alerts.evaluate();
        }
        assertThat(alerts.newest(10)).hasSize(1);
    }

    @Test
    void anHourOfFewRecordsSaysNothingAndSilenceEndsAnAlert() {
        QualityAlerts alerts = alerts(rejectRate(0.1));
        now("web", 1, 5);
        alerts.evaluate();
        alerts.evaluate();
        assertThat(alerts.open()).isEmpty();

        now("web", 0, 50);
        alerts.evaluate();
        alerts.evaluate();
        assertThat(alerts.open()).hasSize(1);
        clock.advance(Duration.ofHours(3));
        alerts.evaluate();
        alerts.evaluate();
        alerts.evaluate();
        assertThat(alerts.open()).isEmpty();
    }

    @Test
    void aSourceIsComparedWithItsOwnPast() {
        AlertRule fell = change(Figure.VOLUME, "", "", AlertRule.Direction.LOWER);
        Instant last = clock.instant().minus(1, ChronoUnit.HOURS);
        for (int day = 1; day <= 4; day++) {
            hour("web", last.minus(day, ChronoUnit.DAYS), "", "", 1_000 + day, 0, 0);
        }
        hour("web", last, "", "", 5, 0, 0);
        assertThat(alerts(fell).evaluate()).as("four days are no history").isZero();

        hour("web", last.minus(5, ChronoUnit.DAYS), "", "", 990, 0, 0);
        QualityAlerts alerts = alerts(fell);
        assertThat(alerts.evaluate()).isEqualTo(1);
        assertThat(alerts.open().get(0).reason()).contains("where 5 like hours before had 1002");

        hour("web", last, "", "", 950, 0, 0);
        assertThat(alerts(fell).evaluate()).as("near enough to the past").isZero();
    }

    @Test
    void theSameHourOfTheWeekIsTheBetterPast() {
        AlertRule fell = change(Figure.VOLUME, "", "", AlertRule.Direction.LOWER);
        Instant last = clock.instant().minus(1, ChronoUnit.HOURS);
        for (int day = 1; day <= 49; day++) {
            hour("web", last.minus(day, ChronoUnit.DAYS), "", "", day % 7 == 0 ? 10 : 1_000, 0, 0);
        }
        hour("web", last, "", "", 11, 0, 0);

        assertThat(alerts(fell).evaluate())
                .as("this day of the week is always quiet")
                .isZero();
    }

    @Test
    void aFieldThatGetsLostIsSeen() {
        AlertRule lost = change(Figure.COMPLETENESS, "customer", "email", AlertRule.Direction.LOWER);
        Instant last = clock.instant().minus(1, ChronoUnit.HOURS);
        for (int day = 1; day <= 6; day++) {
            Instant before = last.minus(day, ChronoUnit.DAYS);
            hour("web", before, "", "", 100, 0, 0);
            hour("web", before, "customer", "", 100, 0, 0);
            hour("web", before, "customer", "email", 0, 0, 97 + day % 3);
        }
        hour("web", last, "", "", 100, 0, 0);
        hour("web", last, "customer", "", 100, 0, 0);
        hour("web", last, "customer", "email", 0, 0, 97);
        assertThat(alerts(lost).evaluate()).isZero();

        hour("web", last, "customer", "email", 0, 0, 0);
        assertThat(alerts(lost).evaluate()).isEqualTo(1);
    }

    @Test
    void silenceIsSeenByTheAgeOfTheNewest() {
        AlertRule silent = new AlertRule(
                "silent",
                "web",
                Figure.FRESHNESS,
                "",
                "",
                OptionalDouble.of(3_600),
                OptionalDouble.empty(),
                Optional.empty(),
                1,
                1,
                1,
                0.1);
        now("web", 1, 0);
        POSTGRES.database()
                .useHandle(handle -> handle.createUpdate(
                                "insert into quality_day (source, kind, field, day, records, newest) values ('web', '', '', :now::date, 1, :now)")
                        .bind("now", clock.instant())
                        .execute());
        QualityAlerts alerts = alerts(silent);

        clock.advance(Duration.ofMinutes(50));
        assertThat(alerts.evaluate()).isZero();
        clock.advance(Duration.ofMinutes(20));
        assertThat(alerts.evaluate()).isEqualTo(1);
    }

    @Test
    void anAlertWhoseRuleIsGoneCloses() {
        now("web", 80, 20);
        QualityAlerts alerts = alerts(rejectRate(0.1));
        alerts.evaluate();
        alerts.evaluate();

        assertThat(alerts().evaluate()).isZero();
    }

    @Test
    void theWebhookIsToldOfBothEndsOnce() throws Exception {
        now("web", 80, 20);
        QualityAlerts alerts = alerts(rejectRate(0.1));
        alerts.evaluate();
        alerts.evaluate();
        assertThat(names(alerts.untold())).containsExactly("web opened");
        assertThat(names(alerts.untold())).as("until it is told").containsExactly("web opened");
        alerts.told(alerts.untold().get(0));
        assertThat(alerts.untold()).isEmpty();
        now("web", 100, 0);
        for (int minute = 0; minute < 3; minute++) {
            alerts.evaluate();
        }
        assertThat(names(alerts.untold())).containsExactly("web closed");

        AlertWebhook webhook = new AlertWebhook("secret", clock);
        String body = webhook.body(alerts.untold().get(0));
        JsonNode json = new ObjectMapper().readTree(body);
        assertThat(json.path("type").asText()).isEqualTo("quality.alert.closed");
        assertThat(json.path("alert").asText()).isEqualTo("many-rejects");
        assertThat(json.path("closedAt").asText()).isEqualTo(clock.instant().toString());
    }

    /** By {@code printf '1781526600.{}' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void theSignatureIsThatOfOthersTools() {
        assertThat(new AlertWebhook("secret", clock).signature("{}"))
                .isEqualTo("t=1781526600,v1=8cf38e27a1b42c18a2e06f73d35a3aae648e00b8a06e8b6809daeb5bcafe097f");
    }
}
