package io.attune.trainer.segments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.registry.Headline;
import io.attune.registry.VersionWriter;
import io.attune.scoring.ModelCard;
import io.attune.scoring.SegmentScorer;
import io.attune.segmentation.Cluster;
import io.attune.segmentation.ScaledFeature;
import io.attune.segmentation.SegmentModel;
import io.attune.trainer.H2oProcess;
import io.attune.trainer.KindOptions;
import io.attune.trainer.TrainerProgram;
import io.attune.trainer.VersionFiles;
import io.attune.trainer.vector.KindTask;
import io.attune.trainer.vector.Row;
import io.attune.trainer.vector.TrainingFrame;
import java.time.Clock;
import java.time.Instant;
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
        SegmentDefinition definition = SegmentDefinition.read(options.definition);
        long seed = options.seed(definition.seed());
        TrainingFrame frame = TrainingFrame.read(options.frame);
        KindTask task = KindTask.of(
                frame, definition.horizonDays(), definition.holdout().share(), seed);
        H2oProcess.start(options.threads);
        SegmentFit fit = new SegmentLearning(
                        definition.options(seed), new KMeansCentres(), champion(), System.out::println)
                .learn(rows(definition, frame, task.training()), rows(definition, frame, task.holdout()));
        write(definition, task, fit, seed);
        report(definition, task, fit);
        return 0;
    }

    private static SegmentRows rows(SegmentDefinition definition, TrainingFrame frame, List<Row> rows) {
        double[][] values = new double[rows.size()][definition.features().size()];
        for (int feature = 0; feature < definition.features().size(); feature++) {
            double[] column = frame.column(definition.features().get(feature), rows);
            for (int row = 0; row < column.length; row++) {
                values[row][feature] = column[row];
            }
        }
        return new SegmentRows(
                definition.features(),
                values,
                rows.stream().mapToDouble(Row::label).toArray());
    }

    private void write(SegmentDefinition definition, KindTask task, SegmentFit fit, long seed) {
        Instant now = clock.instant();
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
        ObjectNode card = writer.card(
                definition.model(), definition.kind(), ALGORITHM, definition.description(), headline, seed, now);
        card.set("label", definition.label());
        card.set("requiredFeatures", VersionWriter.json(definition.requiredFeatures()));
        card.put("minimumFeatures", definition.minimumFeatures());
        card.set("features", VersionWriter.json(task.statistics(definition.features())));
        card.set("data", VersionWriter.json(task.data(VersionFiles.digest(options.frame), definition.horizonDays())));
        ObjectNode metrics = (ObjectNode) card.get("metrics");
        metrics.set("holdout", VersionWriter.json(judgement));
        champion()
                .filter(former -> names(former).equals(definition.features()))
                .ifPresent(former -> metrics.putObject("champion")
                        .put("version", options.champion.getFileName().toString())
                        .put(
                                "value",
                                new SegmentJudge(former, 0, seed)
                                        .judge(rows(definition, task.frame(), task.holdout()))
                                        .silhouette()));
        metrics.set("challengers", VersionWriter.json(fit.challengers()));
        ObjectNode clusters = card.putObject("groups");
        fit.model()
                .clusters()
                .forEach(cluster -> clusters.putObject(String.valueOf(cluster.id()))
                        .put("name", cluster.name())
                        .put("description", cluster.description())
                        .put("share", cluster.share()));
        writer.write(page(definition, task, fit, seed, now), card);
    }

    private Optional<SegmentModel> champion() {
        return Optional.ofNullable(options.champion)
                .map(folder -> SegmentScorer.model(folder, ModelCard.read(folder.resolve("card.json"))));
    }

    private static List<String> names(SegmentModel model) {
        return model.features().stream().map(ScaledFeature::name).toList();
    }

    private static byte[] json(SegmentModel model) {
        return VersionWriter.json(model).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private String page(SegmentDefinition definition, KindTask task, SegmentFit fit, long seed, Instant now) {
        List<FeatureRow> features = definition.features().stream()
                .map(feature ->
                        FeatureRow.ofNumbers(feature, "number", task.frame().column(feature, task.training())))
                .toList();
        return new SegmentPage(
                        definition,
                        options.version(),
                        fit,
                        features,
                        List.of(
                                new Fact("Algorithm", ALGORITHM + " (H2O), several beginnings"),
                                new Fact(
                                        "Distance",
                                        definition.principalComponents() == null
                                                ? "on the scaled features"
                                                : "on principal components that hold "
                                                        + definition.principalComponents()),
                                new Fact("Rows", task.training().size() + " of people at moments"),
                                new Fact("Judged as of", task.judgedAt().toString()),
                                new Fact("Frame's digest", VersionFiles.digest(options.frame)),
                                new Fact("Seed, threads", seed + ", " + options.threads),
                                new Fact("Trained", now + " by " + System.getProperty("user.name"))))
                .html();
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
