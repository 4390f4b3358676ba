package io.attune.trainer.vector;

import io.attune.card.CardPage;
import io.attune.card.Contender;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.evaluation.GroupFigures;
import io.attune.evaluation.Lead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of a model that was judged on people and a moment that it had not seen. */
@SuppressWarnings("ArrayRecordComponent") // made once and never compared
record VectorPage(VectorCard card, TrainingFrame frame, Split split, double[] scores, Learned learned) {

    String html() {
        return new CardPage(
                        card.model(),
                        card.version(),
                        card.description(),
                        "On " + split.holdout().size() + " rows of " + Split.people(split.holdout())
                                + " people whom it did not learn from, as of " + days(split)
                                + ", after every label that it learned from.",
                        scores,
                        Split.answers(split.holdout()),
                        card.threshold(),
                        learned.importances(),
                        "Area under the ROC curve that is lost when a feature's values are dealt to other people; over rows that"
                                + " it learned from, so mind the order more than the size.",
                        contenders(),
                        card.features().stream()
                                .map(feature -> FeatureRow.ofNumbers(
                                        feature.name(), "number", frame.column(feature.name(), split.training())))
                                .toList(),
                        card.metrics().groups(),
                        Optional.ofNullable(card.metrics().disparity()),
                        made(card),
                        remarks())
                .html();
    }

    /** A day's beginning as the day. */
    static String day(Instant moment) {
        return moment.toString().replace("T00:00:00Z", "");
    }

    /** When the judgement is made. */
    static String days(Split split) {
        return split.judgedFrom().equals(split.judgedAt())
                ? day(split.judgedAt())
                : day(split.judgedFrom()) + " to " + day(split.judgedAt());
    }

    private List<Contender> contenders() {
        VectorCard.Metrics metrics = card.metrics();
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender(
                "this model, " + card.algorithm(),
                metrics.holdout().auc(),
                metrics.holdout().logLoss()));
        contenders.add(new Contender(
                "naive baseline: " + metrics.headline().baseline(),
                metrics.headline().baselineValue(),
                Double.NaN));
        metrics.contestants().forEach(other -> contenders.add(new Contender(other.name(), other.value(), Double.NaN)));
        Optional.ofNullable(metrics.champion())
                .ifPresent(champion ->
                        contenders.add(new Contender("champion " + champion.version(), champion.value(), Double.NaN)));
        metrics.candidates()
                .forEach(candidate -> contenders.add(
                        new Contender("by folds: " + candidate.name(), candidate.auc(), candidate.logloss())));
        return contenders;
    }

    static List<Fact> made(VectorCard card) {
        return List.of(
                new Fact("Kind", card.kind()),
                new Fact("Algorithm", card.algorithm()),
                new Fact("Parameters", card.parameters().toString()),
                new Fact("Calibration", card.calibration()),
                new Fact("Label", card.label().toString()),
                new Fact(
                        "Data window",
                        day(card.data().from()) + " to " + day(card.data().to())),
                new Fact(
                        "Rows",
                        card.data().rows() + " of " + card.data().people() + " people, "
                                + card.data().positives() + " positive"),
                new Fact("Frame's digest", card.data().frameDigest()),
                new Fact("Model's digest", card.digest()),
                new Fact("Seed, threads", card.seed() + ", " + card.threads()),
                new Fact("Versions", card.versions().toString()),
                Fact.trained(card.trainedAt(), card.trainedBy()));
    }

    private static String said(Lead lead) {
        String bounds = String.format(
                Locale.ROOT,
                "Over its naive baseline it leads by %.3f of area under the curve; of people drawn anew, 95 %% lie between"
                        + " %.3f and %.3f.",
                lead.value(),
                lead.low(),
                lead.high());
        return lead.mayBeChance() ? bounds + " The lead may be chance: judge it on more people." : bounds;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!card.metrics().headline().beaten()) {
            remarks.add("It does not beat its naive baseline: it is not worth its upkeep.");
        }
        remarks.add(said(card.metrics().headline().lead()));
        long small = card.metrics().groups().stream()
                .map(GroupFigures::positives)
                .filter(positives -> positives < io.attune.evaluation.Disparity.FEWEST)
                .count();
        if (small > 0) {
            remarks.add(small + " of the groups have too few people to tell a difference from chance.");
        }
        return remarks;
    }
}
