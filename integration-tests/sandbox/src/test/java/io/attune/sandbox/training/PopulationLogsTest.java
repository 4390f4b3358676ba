package io.attune.sandbox.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.recommendation.RecommendationJudgement;
import io.attune.recommendation.ShopCatalogue;
import io.attune.recommendation.ShopTraining;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sendtime.MessageFile;
import io.attune.sendtime.SendTimeJudgement;
import io.attune.sendtime.SendTimeTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped definitions make of a simulated population, on what happened after the moment that was known. */
class PopulationLogsTest {
    private static final Instant NOW = Instant.parse("2026-06-15T13:37:42Z");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void simulate() throws IOException {
        PopulationLogs.write(Population.of(PopulationOptions.of(7, 1_500, 545, NOW)), folder);
    }

    @Test
    void recommendationsBeatWhatIsPopular() {
        RecommendationJudgement judgement = new ShopTraining(
                        EventLogReader.read(
                                folder.resolve("recommendations.csv"),
                                ColumnMapping.parse("person=person,time=time,item=item,kind=kind")),
                        ShopCatalogue.read(folder.resolve("recommendations-catalogue.csv")),
                        new Horizon(30),
                        progress -> {})
                .learn(Moment.parse(NOW.toString()))
                .judgement();

        System.out.println("recommendations on simulated people: " + judgement);
        assertThat(judgement.people()).isGreaterThan(100);
        assertThat(judgement.precisionAt10()).isGreaterThan(judgement.baselinePrecisionAt10() * 1.2);
        assertThat(judgement.precisionAt10NewItems()).isGreaterThan(judgement.baselinePrecisionAt10NewItems());
    }

    @Test
    void sendTimesBeatOneHourForAll() {
        SendTimeJudgement judgement = new SendTimeTraining(
                        MessageFile.read(folder.resolve("send_time.csv"), ZoneOffset.UTC),
                        Duration.ofDays(90),
                        3,
                        progress -> {})
                .learn(NOW)
                .judgement();

        System.out.println("send times on simulated people: " + judgement);
        assertThat(judgement.openings()).isGreaterThan(200);
        assertThat(judgement.hitRate()).isGreaterThan(judgement.populationHitRate() + 0.1);
        assertThat(judgement.hitRate()).isGreaterThan(judgement.sentHitRate());
        assertThat(judgement.logLoss()).isLessThan(judgement.populationLogLoss());
    }
}
