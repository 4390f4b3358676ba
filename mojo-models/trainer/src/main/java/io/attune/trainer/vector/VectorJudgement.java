package io.attune.trainer.vector;

import io.attune.evaluation.AreaUnderCurve;
import io.attune.evaluation.Decision;
import io.attune.evaluation.Disparity;
import io.attune.evaluation.GroupFigures;
import io.attune.evaluation.Judgement;
import java.util.List;
import java.util.Optional;

/** Judges what was learned on people, and at a moment, that it did not learn from. */
record VectorJudgement(VectorDefinition definition, TrainingFrame frame, Split split, Optional<Champion> champion) {

    /** @param scores what the served model says of the hold-out's rows */
    VectorCard.Metrics of(Learned learned, double[] scores) {
        boolean[] labels = Split.answers(split.holdout());
        VectorCard.Holdout holdout = holdout(Judgement.of(scores, labels));
        List<GroupFigures> groups = definition.groups() == null
                ? List.of()
                : GroupFigures.of(
                        split.holdout().stream().map(Row::group).toList(), scores, labels, learned.threshold());
        VectorCard.Headline headline = new VectorCard.Headline(
                "auc",
                holdout.auc(),
                true,
                holdout.rows(),
                holdout.asOf(),
                holdout.baseline() + " alone",
                holdout.baselineAuc(),
                holdout.auc() > holdout.baselineAuc());
        return new VectorCard.Metrics(
                headline,
                holdout,
                null,
                new VectorCard.OutOfFold(
                        definition.folds(),
                        learned.outOfFold().auc(),
                        learned.outOfFold().logLoss(),
                        learned.outOfFold().calibration().error()),
                learned.candidates(),
                definition.holdout().challengers().stream()
                        .map(feature -> new VectorCard.Contestant(feature + " alone", alone(feature)))
                        .toList(),
                Decision.from(learned.threshold(), scores, labels),
                groups,
                Disparity.of(groups).orElse(null),
                learned.importances().stream()
                        .map(bar -> new VectorCard.Importance(bar.name(), bar.length()))
                        .toList(),
                champion.map(this::judged).orElse(null));
    }

    private VectorCard.Holdout holdout(Judgement judgement) {
        String baseline = definition.holdout().baseline();
        return new VectorCard.Holdout(
                split.judgedAt(),
                judgement.rows(),
                judgement.positives(),
                judgement.auc(),
                judgement.prAuc(),
                judgement.logLoss(),
                judgement.brier(),
                judgement.meanScore(),
                judgement.calibration(),
                baseline,
                alone(baseline));
    }

    /** A feature may count against the label as well as for it; where it is missing may count either way too. */
    private double alone(String feature) {
        double[] values = frame.column(feature, split.holdout());
        boolean[] labels = Split.answers(split.holdout());
        double absentLow = AreaUnderCurve.roc(values, labels);
        double[] high = java.util.Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? Double.POSITIVE_INFINITY : value)
                .toArray();
        double absentHigh = AreaUnderCurve.roc(high, labels);
        return Math.max(Math.max(absentLow, 1 - absentLow), Math.max(absentHigh, 1 - absentHigh));
    }

    private VectorCard.Champion judged(Champion version) {
        double auc = AreaUnderCurve.roc(version.score(frame, split.holdout()), Split.answers(split.holdout()));
        return new VectorCard.Champion(version.version(), auc, auc);
    }
}
