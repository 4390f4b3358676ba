package io.attune.trainer.hazard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.registry.Headline;
import io.attune.registry.VersionWriter;
import io.attune.scoring.ModelVersion;
import io.attune.scoring.Scorer;
import io.attune.trainer.H2oProcess;
import io.attune.trainer.KindOptions;
import io.attune.trainer.TrainerProgram;
import io.attune.trainer.VersionFiles;
import io.attune.trainer.vector.KindTask;
import io.attune.trainer.vector.TrainingFrame;
import java.time.Clock;
import java.time.Instant;
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
        HazardDefinition definition = HazardDefinition.read(options.definition);
        long seed = options.seed(definition.seed());
        TrainingFrame frame = TrainingFrame.read(options.frame);
        KindTask task = KindTask.of(
                frame, definition.horizonDays(), definition.holdout().share(), seed);
        H2oProcess.start(options.threads);
        HazardFit fit = new HazardLearning(definition, seed).learn(frame, task.training(), task.holdout());
        write(definition, task, fit, seed);
        System.out.printf(
                Locale.ROOT,
                "%s %s: learned from %d rows%nhold-out: %d people not learned from, as of %s: concordance %.4f, own mean"
                        + " interval %.4f%n",
                definition.model(),
                options.version(),
                task.training().size(),
                task.holdout().size(),
                task.judgedAt(),
                fit.concordance(),
                fit.naiveConcordance());
        return 0;
    }

    private void write(HazardDefinition definition, KindTask task, HazardFit fit, long seed) {
        Instant now = clock.instant();
        VersionWriter writer = new VersionWriter(options.output, "model.zip", fit.mojo());
        Headline headline = new Headline(
                "concordance",
                fit.concordance(),
                true,
                task.holdout().size(),
                task.judgedAt().toString(),
                "own mean interval",
                fit.naiveConcordance());
        ObjectNode card = writer.card(
                definition.model(), definition.kind(), ALGORITHM, definition.description(), headline, seed, now);
        card.set("label", definition.label());
        card.set("intervals", VersionWriter.json(definition.intervals()));
        card.set("requiredFeatures", VersionWriter.json(definition.requiredFeatures()));
        card.put("minimumFeatures", definition.minimumFeatures());
        card.set("features", VersionWriter.json(task.statistics(definition.features())));
        card.set("data", VersionWriter.json(task.data(VersionFiles.digest(options.frame), definition.horizonDays())));
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
        writer.write(page(definition, task, fit, seed, now), card);
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

    private String page(HazardDefinition definition, KindTask task, HazardFit fit, long seed, Instant now) {
        List<FeatureRow> features = definition.features().stream()
                .map(feature ->
                        FeatureRow.ofNumbers(feature, "number", task.frame().column(feature, task.training())))
                .toList();
        return new HazardPage(
                        definition,
                        options.version(),
                        fit,
                        features,
                        List.of(
                                new Fact("Algorithm", ALGORITHM + " (H2O)"),
                                new Fact("Parameters", definition.parameters().toString()),
                                new Fact(
                                        "Intervals, days",
                                        definition.intervals().toString()),
                                new Fact("Rows", task.training().size() + " of people at moments"),
                                new Fact("Judged as of", task.judgedAt().toString()),
                                new Fact("Frame's digest", VersionFiles.digest(options.frame)),
                                new Fact("Seed, threads", seed + ", " + options.threads),
                                new Fact("Trained", now + " by " + System.getProperty("user.name"))))
                .html();
    }
}
