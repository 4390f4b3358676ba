package io.attune.trainer.vector;

import io.attune.evaluation.Bins;
import io.attune.trainer.VersionFiles;
import io.attune.trainer.learning.Fits;
import io.attune.trainer.learning.Progress;
import io.attune.trainer.learning.Served;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import water.H2O;

/** One training of a yes or no: from a frame to a version's files. */
final class VectorTraining {
    private final VectorTask task;
    private final Progress progress;
    private final Clock clock;

    VectorTraining(VectorTask task, Progress progress, Clock clock) {
        this.task = task;
        this.progress = progress;
        this.clock = clock;
    }

    /** H2O must have been started. Returns the card that was written. */
    VectorCard run(TrainingFrame exported) {
        VectorDefinition definition = task.definition();
        Split split = Split.of(exported.rows(), definition, task.seed());
        Imputation imputation = Imputation.of(definition.impute(), exported, split.training());
        TrainingFrame frame = exported.filled(imputation.values());
        progress.say(split.training().size() + " rows to learn from, " + Split.positives(split.training())
                + " positive; " + split.holdout().size() + " to judge by, as of " + split.judged());
        try (Fits fits = new Fits(task.threads())) {
            Learned learned =
                    new VectorLearning(definition, task.seed(), fits, progress).learn(frame, split.training());
            double[] scores = Served.of(learned.mojo(), VectorTable.of(frame, learned.features(), split.holdout()))
                    .scores();
            VectorCard.Metrics metrics =
                    new VectorJudgement(definition, exported, split, task.champion()).of(learned, scores);
            VectorCard card = card(learned, exported, split, metrics, scores, imputation);
            String page = new VectorPage(card, exported, split, scores, learned).html();
            VersionFiles.writeVersion(task.output(), learned.mojo(), page, card);
            return card;
        }
    }

    private VectorCard card(
            Learned learned,
            TrainingFrame frame,
            Split split,
            VectorCard.Metrics metrics,
            double[] scores,
            Imputation imputation) {
        VectorDefinition definition = task.definition();
        List<Row> rows = split.training();
        return new VectorCard(
                2,
                definition.model(),
                task.version(),
                definition.kind(),
                learned.algorithm(),
                definition.description(),
                definition.label(),
                VersionFiles.digest(learned.mojo()),
                definition.requiredFeatures(),
                imputation.values(),
                Math.min(definition.minimumFeatures(), learned.features().size()),
                learned.threshold(),
                true,
                learned.calibration(),
                learned.features().stream()
                        .map(feature -> FeatureStatistics.of(feature, frame.column(feature, rows)))
                        .toList(),
                Bins.ofEqualCounts(scores),
                data(task, rows),
                metrics,
                learned.parameters(),
                definition.gates(),
                task.seed(),
                task.threads(),
                versions(),
                System.getProperty("user.name"),
                clock.instant());
    }

    static VectorCard.Data data(VectorTask task, List<Row> rows) {
        Instant first =
                rows.stream().map(Row::asOf).min(Comparator.naturalOrder()).orElseThrow();
        Instant last =
                rows.stream().map(Row::asOf).max(Comparator.naturalOrder()).orElseThrow();
        return new VectorCard.Data(
                first,
                last.plus(task.definition().horizon()),
                rows.size(),
                Split.people(rows),
                Split.positives(rows),
                VersionFiles.digest(task.frame()));
    }

    static Map<String, String> versions() {
        return Map.of(
                "attune",
                Optional.ofNullable(VectorTraining.class.getPackage().getImplementationVersion())
                        .orElse("unpackaged"),
                "h2o",
                H2O.ABV.projectVersion(),
                "java",
                System.getProperty("java.version"));
    }
}
