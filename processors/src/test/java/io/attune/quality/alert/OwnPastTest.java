package io.attune.quality.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A source held against its own past. */
class OwnPastTest extends QualityHours {
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
}
