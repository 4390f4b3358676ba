package io.attune.trainer.segments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.card.Fact;
import io.attune.registry.Headline;
import io.attune.registry.VersionWriter;
import io.attune.scoring.ModelCard;
import io.attune.scoring.SegmentScorer;
import io.attune.segmentation.Cluster;
import io.attune.segmentation.ScaledFeature;
import io.attune.segmentation.SegmentModel;
import io.attune.trainer.KindOptions;
import io.attune.trainer.TrainerProgram;
import io.attune.trainer.vector.KindTask;
import io.attune.trainer.vector.KindTraining;
import io.attune.trainer.vector.Row;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The trainer's process for groups: reads a frame and a definition, writes a version's folder, and ends. */
@Command(
        name = "attune-segment-trainer",
        description = "Finds groups of people who are alike in an exported frame.",
        mixinStandardHelpOptions = true)
public final class SegmentTrainer implements Callable<Integer> {
    private static final String ALGORITHM = "K-Means on scaled features";

    @Mixin
    private KindOptions options;

    private final Clock clock = Clock.systemUTC();

    /** Ends the process with 0 after success, 1 when training was not possible, 2 for wrong options. */
    public static void main(String[] arguments) {
        TrainerProgram.run(new SegmentTrainer(), arguments);
    }

    @Override
    public Integer call() {
        KindTraining<SegmentDefinition> training =
                KindTraining.begin(options, SegmentDefinition.read(options.definition));
        KindTask task = training.task();
        SegmentFit fit = new SegmentLearning(
                        training.definition().options(training.seed()),
                        new KMeansCentres(),
                        champion(),
                        System.out::println)
                .learn(rows(training, task.training()), rows(training, task.holdout()));
        write(training, fit);
        report(training.definition(), task, fit);
        return 0;
    }

    private static SegmentRows rows(KindTraining<SegmentDefinition> training, List<Row> rows) {
        List<String> features = training.definition().features();
        double[][] values = new double[rows.size()][features.size()];
        for (int feature = 0; feature < features.size(); feature++) {
            double[] column = training.task().frame().column(features.get(feature), rows);
            for (int row = 0; row < column.length; row++) {
                values[row][feature] = column[row];
            }
        }
        return new SegmentRows(
                features, values, rows.stream().mapToDouble(Row::label).toArray());
    }

    private void write(KindTraining<SegmentDefinition> training, SegmentFit fit) {
        Instant now = clock.instant();
        SegmentDefinition definition = training.definition();
        KindTask task = training.task();
        VersionWriter writer = new VersionWriter(options.output, "model.json", json(fit.model()));
        SegmentJudgement judgement = fit.judgement();
        Headline headline = new Headline(
                "silhouette",
                judgement.silhouette(),
                true,
                judgement.rows(),
                task.judgedAt().toString(),
                "equal groups by " + definition.holdout().baseline(),
                judgement.baselineSilhouette());
        ObjectNode card = training.card(writer, ALGORITHM, headline, now);
        ObjectNode metrics = (ObjectNode) card.get("metrics");
        metrics.set("holdout", VersionWriter.json(judgement));
        champion()
                .filter(former -> names(former).equals(definition.features()))
                .ifPresent(former -> metrics.putObject("champion")
                        .put("version", options.champion.getFileName().toString())
                        .put(
                                "value",
                                new SegmentJudge(former, 0, training.seed())
                                        .judge(rows(training, task.holdout()))
                                        .silhouette()));
        metrics.set("challengers", VersionWriter.json(fit.challengers()));
        ObjectNode clusters = card.putObject("groups");
        fit.model()
                .clusters()
                .forEach(cluster -> clusters.putObject(String.valueOf(cluster.id()))
                        .put("name", cluster.name())
                        .put("description", cluster.description())
                        .put("share", cluster.share()));
        writer.write(page(training, fit, now), card);
    }

    private Optional<SegmentModel> champion() {
        return Optional.ofNullable(options.champion)
                .map(folder -> SegmentScorer.model(folder, ModelCard.read(folder.resolve("card.json"))));
    }

    private static List<String> names(SegmentModel model) {
        return model.features().stream().map(ScaledFeature::name).toList();
    }

    private static byte[] json(SegmentModel model) {
        return VersionWriter.json(model).toString().getBytes(StandardCharsets.UTF_8);
    }

    private String page(KindTraining<SegmentDefinition> training, SegmentFit fit, Instant now) {
        SegmentDefinition definition = training.definition();
        List<Fact> made = new ArrayList<>(List.of(
                new Fact("Algorithm", ALGORITHM + " (H2O), several beginnings"),
                new Fact(
                        "Distance",
                        definition.principalComponents() == null
                                ? "on the scaled features"
                                : "on principal components that hold " + definition.principalComponents())));
        made.addAll(training.facts(now));
        return new SegmentPage(definition, options.version(), fit, training.features(), made).html();
    }

    private void report(SegmentDefinition definition, KindTask task, SegmentFit fit) {
        System.out.printf(
                Locale.ROOT,
                "%s %s: %d groups from %d rows%n",
                definition.model(),
                options.version(),
                fit.model().clusters().size(),
                task.training().size());
        for (Cluster cluster : fit.model().clusters()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %d %s (%.0f %%): %s%n",
                    cluster.id(),
                    cluster.name(),
                    100 * cluster.share(),
                    cluster.description());
        }
        System.out.printf(
                Locale.ROOT,
                "hold-out: %d people not learned from, as of %s: silhouette %.4f, equal groups by %s %.4f%n",
                fit.judgement().rows(),
                task.judgedAt(),
                fit.judgement().silhouette(),
                definition.holdout().baseline(),
                fit.judgement().baselineSilhouette());
    }
}
