package io.attune.trainer;

import hex.tree.gbm.GBMModel;
import io.attune.evaluation.AreaUnderCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One training: from a frame to a model and what there is to say of it. */
final class Training {

    private final ModelDefinition definition;
    private final long seed;

    private final Optional<Champion> champion;

    /** @param champion the version that scores now, to be judged on the same rows */
    Training(ModelDefinition definition, long seed, Optional<Champion> champion) {
        this.definition = definition;
        this.seed = seed;
        this.champion = champion;
    }

    /** H2O must have been started. */
    TrainedModel train(TrainingFrame frame) {
        Split split = Split.of(frame.rows(), definition, seed);
        try (H2oFrame training = new H2oFrame(frame, definition.features(), split.training());
                H2oFrame holdout = new H2oFrame(frame, definition.features(), split.holdout())) {
            GBMModel model = new GradientBoosting(definition, seed).train(training);
            try {
                double[] scores = GradientBoosting.score(model, holdout);
                return new TrainedModel(
                        GradientBoosting.mojo(model),
                        split,
                        statistics(frame, split),
                        metrics(judge(frame, split, scores), model, champion(frame, split)),
                        scores);
            } finally {
                model.delete();
            }
        }
    }

    private static ModelCard.Metrics metrics(ModelCard.Holdout holdout, GBMModel model, ModelCard.Champion champion) {
        ModelCard.Headline headline = new ModelCard.Headline(
                "auc",
                holdout.auc(),
                true,
                holdout.rows(),
                holdout.asOf(),
                holdout.baseline() + " alone",
                holdout.baselineAuc(),
                holdout.auc() > holdout.baselineAuc());
        return new ModelCard.Metrics(headline, holdout, importances(model), champion);
    }

    private ModelCard.Champion champion(TrainingFrame frame, Split split) {
        return champion.map(version -> new ModelCard.Champion(
                        version.version(), areaUnderCurve(version.score(frame, split.holdout()), split.holdout())))
                .orElse(null);
    }

    private List<FeatureStatistics> statistics(TrainingFrame frame, Split split) {
        return definition.features().stream()
                .map(feature -> FeatureStatistics.of(feature, frame.column(feature, split.training())))
                .toList();
    }

    private ModelCard.Holdout judge(TrainingFrame frame, Split split, double[] scores) {
        List<Row> rows = split.holdout();
        String baseline = definition.holdout().baseline();
        double alone = areaUnderCurve(frame.column(baseline, rows), rows);
        double meanScore = java.util.Arrays.stream(scores).average().orElse(Double.NaN);
        return new ModelCard.Holdout(
                split.judgedAt(),
                rows.size(),
                Split.positives(rows),
                areaUnderCurve(scores, rows),
                logLoss(scores, rows),
                meanScore,
                baseline,
                // A feature may count against the label as well as for it.
                Math.max(alone, 1 - alone));
    }

    private static double areaUnderCurve(double[] scores, List<Row> rows) {
        boolean[] labels = new boolean[rows.size()];
        for (int index = 0; index < labels.length; index++) {
            labels[index] = rows.get(index).positive();
        }
        return AreaUnderCurve.roc(scores, labels);
    }

    private static double logLoss(double[] scores, List<Row> rows) {
        double sum = 0;
        for (int index = 0; index < scores.length; index++) {
            double probability = rows.get(index).positive() ? scores[index] : 1 - scores[index];
            sum -= Math.log(Math.max(probability, 1e-15));
        }
        return sum / scores.length;
    }

    private static List<ModelCard.Importance> importances(GBMModel model) {
        List<ModelCard.Importance> importances = new ArrayList<>();
        float[] shares = model._output._varimp.scaled_values();
        double total = 0;
        for (float share : shares) {
            total += share;
        }
        for (int index = 0; index < shares.length; index++) {
            importances.add(new ModelCard.Importance(model._output._varimp._names[index], shares[index] / total));
        }
        importances.sort(Comparator.comparingDouble(ModelCard.Importance::share).reversed());
        return importances;
    }
}
