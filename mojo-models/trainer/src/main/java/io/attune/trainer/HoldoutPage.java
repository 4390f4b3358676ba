package io.attune.trainer;

import io.attune.card.Bar;
import io.attune.card.CardPage;
import io.attune.card.Contender;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of a model that was judged on people and a moment that it had not seen. */
final class HoldoutPage {
    private HoldoutPage() {}

    static String html(ModelCard card, TrainedModel trained, TrainingFrame frame) {
        List<Row> holdout = trained.split().holdout();
        boolean[] labels = new boolean[holdout.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = holdout.get(row).positive();
        }
        return new CardPage(
                        card.model(),
                        card.version(),
                        card.description(),
                        "On " + holdout.size() + " people whom it did not learn from, as of "
                                + card.metrics().holdout().asOf() + ", after every label that it learned from.",
                        trained.holdoutScores(),
                        labels,
                        card.metrics().importances().stream()
                                .map(importance -> new Bar(importance.feature(), importance.share()))
                                .toList(),
                        "The share of the trees' gain that each feature brought.",
                        contenders(card.metrics()),
                        card.features().stream()
                                .map(feature -> FeatureRow.ofNumbers(
                                        feature.name(),
                                        "number",
                                        frame.column(
                                                feature.name(), trained.split().training())))
                                .toList(),
                        made(card),
                        List.of())
                .html();
    }

    private static List<Contender> contenders(ModelCard.Metrics metrics) {
        ModelCard.Holdout holdout = metrics.holdout();
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender("this model", holdout.auc(), holdout.logLoss()));
        contenders.add(new Contender(holdout.baseline() + " alone", holdout.baselineAuc(), Double.NaN));
        Optional.ofNullable(metrics.champion())
                .ifPresent(champion ->
                        contenders.add(new Contender("champion " + champion.version(), champion.auc(), Double.NaN)));
        return contenders;
    }

    private static List<Fact> made(ModelCard card) {
        return List.of(
                new Fact("Algorithm", card.algorithm()),
                new Fact("Parameters", card.parameters().toString()),
                new Fact("Label", card.label().toString()),
                new Fact(
                        "Data window", card.data().from() + " to " + card.data().to()),
                new Fact(
                        "Rows",
                        card.data().rows() + " of " + card.data().people() + " people, "
                                + card.data().positives() + " positive"),
                new Fact("Frame's digest", card.data().frameDigest()),
                new Fact("Model's digest", card.digest()),
                new Fact("Seed, threads", card.seed() + ", " + card.threads()),
                new Fact("Versions", card.versions().toString()),
                new Fact("Trained", card.trainedAt() + " by " + System.getProperty("user.name")));
    }
}
