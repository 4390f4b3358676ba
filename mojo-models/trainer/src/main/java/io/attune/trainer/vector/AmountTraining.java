package io.attune.trainer.vector;

import io.attune.evaluation.AmountJudgement;
import io.attune.evaluation.Bins;
import io.attune.trainer.VersionFiles;
import io.attune.trainer.learning.Progress;
import io.attune.trainer.learning.Served;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One training of an amount: from a frame to a version's files. */
final class AmountTraining {
    private final VectorTask task;
    private final Progress progress;
    private final Clock clock;

    AmountTraining(VectorTask task, Progress progress, Clock clock) {
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
        progress.say(split.training().size() + " rows to learn from; "
                + split.holdout().size() + " to judge by, as of " + split.judged());
        AmountLearning.LearnedAmounts learned =
                new AmountLearning(definition, task.seed(), progress).learn(frame, split.training());
        double[] said = Served.of(learned.mojo(), VectorTable.of(frame, definition.features(), split.holdout()))
                .scores();
        AmountJudgement judgement = AmountJudgement.of(said, Split.amounts(split.holdout()));
        VectorCard card =
                card(learned, exported, split, metrics(learned, exported, split, judgement), said, imputation);
        String page = new AmountPage(card, exported, split, judgement, learned).html();
        VersionFiles.writeVersion(task.output(), learned.mojo(), page, card);
        return card;
    }

    private VectorCard.Metrics metrics(
            AmountLearning.LearnedAmounts learned, TrainingFrame frame, Split split, AmountJudgement judgement) {
        VectorDefinition.Holdout holdout = task.definition().holdout();
        double[] came = Split.amounts(split.holdout());
        double baseline = proportional(holdout.baseline(), frame, split);
        List<VectorCard.Contestant> others = new ArrayList<>();
        double mean = Arrays.stream(Split.amounts(split.training())).average().orElseThrow();
        double[] constant = new double[came.length];
        Arrays.fill(constant, mean);
        others.add(new VectorCard.Contestant(
                "the same for everybody", AmountJudgement.rootMeanSquaredError(constant, came)));
        holdout.challengers()
                .forEach(feature -> others.add(
                        new VectorCard.Contestant(feature + " in proportion", proportional(feature, frame, split))));
        holdout.forecasts()
                .forEach((feature, name) -> others.add(
                        new VectorCard.Contestant(name + " (" + feature + ")", asItStands(feature, frame, split))));
        VectorCard.Headline headline = new VectorCard.Headline(
                "rmse",
                judgement.rootMeanSquaredError(),
                false,
                judgement.rows(),
                split.judgedAt(),
                holdout.baseline() + " in proportion",
                baseline,
                judgement.rootMeanSquaredError() < baseline,
                null);
        VectorCard.Champion champion = task.champion()
                .map(version -> new VectorCard.Champion(
                        version.version(),
                        null,
                        AmountJudgement.rootMeanSquaredError(version.score(frame, split.holdout()), came)))
                .orElse(null);
        VectorCard.Amounts amounts = new VectorCard.Amounts(
                split.judgedAt(),
                judgement.rows(),
                judgement.mean(),
                judgement.meanSaid(),
                judgement.rootMeanSquaredError(),
                judgement.meanAbsoluteError(),
                judgement.total(),
                judgement.rankCorrelation(),
                judgement.tenths());
        return new VectorCard.Metrics(
                headline,
                null,
                amounts,
                null,
                null,
                others,
                null,
                null,
                null,
                learned.importances().stream()
                        .map(bar -> new VectorCard.Importance(bar.name(), bar.length()))
                        .toList(),
                champion);
    }

    /** The naive rule: what the feature says, times what the training rows say that it is worth on the whole. */
    private static double proportional(String feature, TrainingFrame frame, Split split) {
        double known = sum(frame.column(feature, split.training()));
        double came = Arrays.stream(Split.amounts(split.training())).sum();
        double factor = known == 0 ? 0 : came / known;
        double[] said = Arrays.stream(frame.column(feature, split.holdout()))
                .map(value -> Double.isNaN(value) ? 0 : value * factor)
                .toArray();
        return AmountJudgement.rootMeanSquaredError(said, Split.amounts(split.holdout()));
    }

    /** A forecast of the amount itself; who it says nothing of is expected to buy nothing. */
    private static double asItStands(String feature, TrainingFrame frame, Split split) {
        double[] said = Arrays.stream(frame.column(feature, split.holdout()))
                .map(value -> Double.isNaN(value) ? 0 : value)
                .toArray();
        return AmountJudgement.rootMeanSquaredError(said, Split.amounts(split.holdout()));
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sum();
    }

    private VectorCard card(
            AmountLearning.LearnedAmounts learned,
            TrainingFrame frame,
            Split split,
            VectorCard.Metrics metrics,
            double[] said,
            Imputation imputation) {
        VectorDefinition definition = task.definition();
        return new VectorCard(
                2,
                definition.model(),
                task.version(),
                definition.kind(),
                learned.chosen().name(),
                definition.description(),
                definition.label(),
                VersionFiles.digest(learned.mojo()),
                definition.requiredFeatures(),
                imputation.values(),
                definition.minimumFeatures(),
                null,
                false,
                "an amount, not a probability",
                definition.features().stream()
                        .map(feature -> FeatureStatistics.of(feature, frame.column(feature, split.training())))
                        .toList(),
                Bins.ofEqualCounts(said),
                VectorTraining.data(task, split.training()),
                metrics,
                Map.of(learned.chosen().name(), learned.chosen()),
                definition.gates(),
                task.seed(),
                task.threads(),
                VectorTraining.versions(),
                System.getProperty("user.name"),
                clock.instant());
    }
}
