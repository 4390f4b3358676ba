package io.attune.trainer.hazard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.card.Fact;
import io.attune.registry.Headline;
import io.attune.registry.VersionWriter;
import io.attune.scoring.ModelVersion;
import io.attune.scoring.Scorer;
import io.attune.trainer.KindOptions;
import io.attune.trainer.TrainerProgram;
import io.attune.trainer.vector.KindTask;
import io.attune.trainer.vector.KindTraining;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The trainer's process for waiting times: reads a frame and a definition, writes a version's folder, and ends. */
@Command(
        name = "attune-hazard-trainer",
        description = "Learns from an exported frame in how many days something happens.",
        mixinStandardHelpOptions = true)
public final class HazardTrainer implements Callable<Integer> {
    private static final String ALGORITHM = "hazard of intervals by boosted trees";

    @Mixin
    private KindOptions options;

    private final Clock clock = Clock.systemUTC();

    /** Ends the process with 0 after success, 1 when training was not possible, 2 for wrong options. */
    public static void main(String[] arguments) {
        TrainerProgram.run(new HazardTrainer(), arguments);
    }

    @Override
    public Integer call() {
        KindTraining<HazardDefinition> training =
                KindTraining.begin(options, HazardDefinition.read(options.definition));
        KindTask task = training.task();
        HazardFit fit = new HazardLearning(training.definition(), training.seed())
                .learn(task.frame(), task.training(), task.holdout());
        write(training, fit);
        System.out.printf(
                Locale.ROOT,
                "%s %s: learned from %d rows%nhold-out: %d people not learned from, as of %s: concordance %.4f, own mean"
                        + " interval %.4f%n",
                training.definition().model(),
                options.version(),
                task.training().size(),
                task.holdout().size(),
                task.judgedAt(),
                fit.concordance(),
                fit.naiveConcordance());
        return 0;
    }

    private void write(KindTraining<HazardDefinition> training, HazardFit fit) {
        Instant now = clock.instant();
        HazardDefinition definition = training.definition();
        KindTask task = training.task();
        VersionWriter writer = new VersionWriter(options.output, "model.zip", fit.mojo());
        Headline headline = new Headline(
                "concordance",
                fit.concordance(),
                true,
                task.holdout().size(),
                task.judgedAt().toString(),
                "own mean interval",
                fit.naiveConcordance());
        ObjectNode card = training.card(writer, ALGORITHM, headline, now);
        card.set("intervals", VersionWriter.json(definition.intervals()));
        card.set("parameters", VersionWriter.json(definition.parameters()));
        ObjectNode metrics = (ObjectNode) card.get("metrics");
        metrics.put("happened", fit.happened());
        if (options.champion != null) {
            Scorer champion = ModelVersion.load(options.champion);
            metrics.putObject("champion")
                    .put("version", champion.card().version())
                    .put("value", Concordance.of(said(champion, task), fit.observed()));
        }
        metrics.set("importances", VersionWriter.json(fit.importances()));
        writer.write(page(training, fit, now), card);
    }

    /** What another version foretells to the hold-out's people; the farthest day where it declines. */
    private static double[] said(Scorer scorer, KindTask task) {
        List<double[]> columns = scorer.inputs().stream()
                .map(input -> task.frame().column(input, task.holdout()))
                .toList();
        double[] said = new double[task.holdout().size()];
        for (int person = 0; person < said.length; person++) {
            double[] row = new double[columns.size()];
            for (int input = 0; input < row.length; input++) {
                row[input] = columns.get(input)[person];
            }
            said[person] = scorer.refusal(row).isPresent() ? Double.MAX_VALUE : scorer.answer(row);
        }
        return said;
    }

    private String page(KindTraining<HazardDefinition> training, HazardFit fit, Instant now) {
        HazardDefinition definition = training.definition();
        List<Fact> made = new ArrayList<>(List.of(
                new Fact("Algorithm", ALGORITHM + " (H2O)"),
                new Fact("Parameters", definition.parameters().toString()),
                new Fact("Intervals, days", definition.intervals().toString())));
        made.addAll(training.facts(now));
        return new HazardPage(definition, options.version(), fit, training.features(), made).html();
    }
}
