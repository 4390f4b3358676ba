package io.attune.trainer.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.evaluation.Point;
import io.attune.scoring.SurvivalCurve;
import io.attune.trainer.H2oProcess;
import io.attune.trainer.vector.KindTask;
import io.attune.trainer.vector.TrainingFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HazardTest {

    @Property(tries = 100)
    void concordanceIsTheShareOfKnownPairsInOrder(@ForAll long seed) {
        Random random = new Random(seed);
        double[] said = new double[15];
        List<Observed> observed = new ArrayList<>();
        for (int person = 0; person < said.length; person++) {
            said[person] = random.nextInt(6);
            observed.add(new Observed(random.nextInt(8), random.nextBoolean()));
        }

        List<Double> points = new ArrayList<>();
        for (int one = 0; one < said.length; one++) {
            for (int other = one + 1; other < said.length; other++) {
                int first = observed.get(one).days() <= observed.get(other).days() ? one : other;
                int second = first == one ? other : one;
                boolean known = observed.get(first).happened()
                        && observed.get(first).days() < observed.get(second).days();
                if (known) {
                    points.add(said[first] == said[second] ? 0.5 : said[first] < said[second] ? 1.0 : 0.0);
                }
            }
        }

        double expected = points.stream().mapToDouble(point -> point).average().orElse(Double.NaN);
        if (points.isEmpty()) {
            assertThat(Concordance.of(said, observed)).isNaN();
        } else {
            assertThat(Concordance.of(said, observed)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void perfectAndReversedForesight() {
        List<Observed> observed = List.of(new Observed(1, true), new Observed(2, true), new Observed(3, false));

        assertThat(Concordance.of(new double[] {1, 2, 3}, observed)).isEqualTo(1);
        assertThat(Concordance.of(new double[] {3, 2, 1}, observed)).isZero();
        assertThat(Concordance.of(new double[] {5, 5, 5}, observed)).isEqualTo(0.5);
    }

    @Test
    void kaplanMeierCountsTheCensoredAsLongAsTheyWereSeen() {
        List<Observed> people =
                List.of(new Observed(1, true), new Observed(2, false), new Observed(3, true), new Observed(4, false));

        assertThat(KaplanMeier.curve(people)).containsExactly(new Point(0, 1), new Point(1, 0.75), new Point(3, 0.375));
        assertThat(KaplanMeier.median(people)).isEqualTo(3);
    }

    @Test
    void medianLiesWhereHalfHaveCome() {
        double[] ends = {10, 20, 40};

        assertThat(SurvivalCurve.of(ends, new double[] {0.2, 0.5, 0.1}).median())
                .isCloseTo(17.5, within(1e-9));
        assertThat(SurvivalCurve.of(ends, new double[] {0.5, 0.1, 0.1}).median())
                .isCloseTo(10, within(1e-9));
        // A quarter has come after forty days; at that pace it takes about ninety-six for half.
        assertThat(SurvivalCurve.of(ends, new double[] {0.25, 0, 0}).median())
                .isCloseTo(40 * Math.log(2) / -Math.log(0.75), within(1e-9));
        assertThat(SurvivalCurve.of(ends, new double[] {0, 0, 0}).median()).isEqualTo(400);
        assertThat(SurvivalCurve.of(ends, new double[] {0.2, 0.5, 0.1}).after(15))
                .isCloseTo(0.6, within(1e-9));
    }

    /** People with a pace of their own, which a feature tells with noise; who has not come after 60 days is censored. */
    @Test
    void foretellsWaitingTimesThatAreCensored(@TempDir Path folder) throws IOException {
        H2oProcess.start(1);
        Random random = new Random(4);
        StringBuilder csv = new StringBuilder("person,as_of,label,group,pace,noise,own_mean\n");
        for (int person = 0; person < 900; person++) {
            double pace = 5 + 120 * random.nextDouble();
            for (String moment : List.of("2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z")) {
                double days = -pace * Math.log(1 - random.nextDouble());
                csv.append(String.format(
                        Locale.ROOT,
                        "p%d,%s,%.3f,,%.2f,%.3f,%s%n",
                        person,
                        moment,
                        Math.min(60, days),
                        pace,
                        random.nextDouble(),
                        person % 3 == 0 ? "" : String.valueOf(-pace * Math.log(1 - random.nextDouble()))));
            }
        }
        Path frame = Files.writeString(folder.resolve("frame.csv"), csv);
        HazardDefinition definition = HazardDefinition.read(Files.writeString(folder.resolve("wait.yaml"), """
                model: wait
                kind: days_to_next_purchase
                description: test
                label: {among: {measure: orders, atLeast: 1}, days: {measure: orders, for: P60D}}
                features: [pace, noise, own_mean]
                minimumFeatures: 1
                holdout: {share: 0.3, baseline: own_mean}
                intervals: [5, 10, 20, 40, 60]
                parameters: {trees: 30, depth: 3, learnRate: 0.1, minimumRows: 20}
                seed: 3
                """));
        KindTask task = KindTask.of(TrainingFrame.read(frame), 60, 0.3, 3);

        HazardFit fit = new HazardLearning(definition, 3).learn(task.frame(), task.training(), task.holdout());

        assertThat(task.holdout())
                .extracting(row -> row.person())
                .doesNotContainAnyElementsOf(
                        task.training().stream().map(row -> row.person()).toList());
        assertThat(fit.concordance())
                .isGreaterThan(fit.naiveConcordance() + 0.05)
                .isGreaterThan(0.62);
        assertThat(fit.importances().get(0).name()).isIn("pace", "interval");
        // Of an exponential wait, half have come after ln 2 times the pace.
        double[] paces = task.frame().column("pace", task.holdout());
        double error = 0;
        for (int person = 0; person < paces.length; person++) {
            error += Math.abs(fit.medians()[person] / (paces[person] * Math.log(2)) - 1) / paces.length;
        }
        assertThat(error).isLessThan(0.5);
        assertThat(new HazardPage(definition, "1", fit, List.of(), List.of()).html())
                .contains("Who still waits", "concordance index")
                .doesNotContain("NaN");
    }
}
