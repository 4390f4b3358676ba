package io.attune.trainer.vector;

import io.attune.evaluation.AreaUnderCurve;
import io.attune.evaluation.Decision;
import io.attune.evaluation.Disparity;
import io.attune.evaluation.GroupFigures;
import io.attune.evaluation.Judgement;
import io.attune.evaluation.Lead;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
                holdout.auc() > holdout.baselineAuc(),
                Lead.of(
                        scores,
                        ranking(holdout.baseline()),
                        labels,
                        Split.numbered(split.holdout()),
                        definition.seed()));
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
                split.judgedFrom(),
                split.judgedAt(),
                judgement.rows(),
                Split.people(split.holdout()),
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
        return AreaUnderCurve.roc(ranking(feature), Split.answers(split.holdout()));
    }

    private double[] ranking(String feature) {
        boolean[] labels = Split.answers(split.holdout());
        double[] values = frame.column(feature, split.holdout());
        return Stream.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                .map(absent -> Arrays.stream(values)
                        .map(value -> Double.isNaN(value) ? absent : value)
                        .toArray())
                .flatMap(ranked -> Stream.of(
                        ranked, Arrays.stream(ranked).map(value -> -value).toArray()))
                .max(Comparator.comparingDouble(ranked -> AreaUnderCurve.roc(ranked, labels)))
                .orElseThrow();
    }

    private VectorCard.Champion judged(Champion version) {
        double auc = AreaUnderCurve.roc(version.score(frame, split.holdout()), Split.answers(split.holdout()));
        return new VectorCard.Champion(version.version(), auc, auc);
    }
}
