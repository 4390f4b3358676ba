package io.attune.eventmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import io.attune.lifetime.BgNbd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of people who are nothing but purchases, what was fitted ranks who goes silent nearly as well as the truth does. */
class PurchasesOnlyPopulationTest {
    private static final Instant START = Instant.parse("2023-01-02T00:00:00Z");
    private static final int WEEKS_KNOWN = 52;
    private static final int WEEKS_AFTER = 13;

    @TempDir
    private Path folder;

    @Test
    void ranksWhoGoesSilentNearlyAsWellAsTheTruth() throws IOException {
        PurchasesOnlyPopulation population =
                new PurchasesOnlyPopulation(new BgNbd(0.7, 6, 0.8, 3), START, WEEKS_KNOWN, WEEKS_AFTER);
        Path file = folder.resolve("population.csv");
        population.write(file, 20_000, 20260101);
        EventLog log = EventLogReader.read(file, ColumnMapping.parse("person=person,time=time"));
        Moment asOf = Moment.parse("2023-12-31");
        Horizon horizon = new Horizon(7 * WEEKS_AFTER);
        Map<String, PersonHistory> people =
                log.people().stream().collect(Collectors.toMap(PersonHistory::person, Function.identity()));

        List<LifetimeScore> scores =
                LifetimeScore.of(LifetimeTraining.of(log, asOf).model(), log, asOf, horizon);
        double fitted = auc(scores, score -> 1 - score.probabilityOfPurchase(), people, asOf, horizon);
        double truth = auc(
                scores, score -> population.probabilityOfSilence(score.person(), WEEKS_AFTER), people, asOf, horizon);

        assertThat(scores).hasSize(20_000);
        assertThat(truth).isGreaterThan(0.7);
        assertThat(fitted).isCloseTo(truth, within(0.02));
    }

    private static double auc(
            List<LifetimeScore> scores,
            Function<LifetimeScore, Double> churn,
            Map<String, PersonHistory> people,
            Moment asOf,
            Horizon horizon) {
        List<ActivityScore> judged = scores.stream()
                .map(score -> new ActivityScore(
                        score.person(),
                        churn.apply(score),
                        !people.get(score.person()).active(asOf, asOf.plusDays(horizon.days()))))
                .toList();
        return ActivityReport.of("churn", asOf.toString(), horizon.toString(), judged)
                .auc();
    }
}
