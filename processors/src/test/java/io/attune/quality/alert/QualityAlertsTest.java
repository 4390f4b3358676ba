package io.attune.quality.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** When an alert opens, how long it stays, and what ends it. */
class QualityAlertsTest extends QualityHours {
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
}
