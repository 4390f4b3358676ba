package io.attune.trainer.flat;

import io.attune.card.Bar;
import io.attune.card.CardPage;
import io.attune.card.Contender;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.evaluation.Decision;
import io.attune.trainer.learning.FeatureProfile;
import io.attune.trainer.learning.OutOfFold;
import io.attune.trainer.learning.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of a model from a flat frame. */
final class FlatPage {
    private final FlatCard card;
    private final FlatReport report;
    private final List<Bar> importances;
    private final OutOfFold outOfFold;
    private final Table table;

    FlatPage(FlatCard card, FlatReport report, List<Bar> importances, OutOfFold outOfFold, Table table) {
        this.card = card;
        this.report = report;
        this.importances = importances;
        this.outOfFold = outOfFold;
        this.table = table;
    }

    String html() {
        return new CardPage(
                        card.model(),
                        card.version(),
                        card.description(),
                        judgedOn(),
                        outOfFold.scores().get(0),
                        table.labels(),
                        Decision.ofBestF1(outOfFold.scores().get(0), table.labels())
                                .threshold(),
                        importances,
                        "Area under the ROC curve that is lost when a column's values are dealt to other rows; over rows that it"
                                + " learned from, so mind the order more than the size.",
                        report.candidates().stream()
                                .map(candidate -> new Contender(candidate.name(), candidate.auc(), candidate.logloss()))
                                .toList(),
                        features(),
                        List.of(),
                        Optional.empty(),
                        made(),
                        remarks())
                .html();
    }

    private String judgedOn() {
        return String.format(
                Locale.ROOT,
                "Every row was scored by models that had not learned from it (%d-fold, stratified). The plots show one repeat;"
                        + " over all %d folds the AUC is %.4f on average, with a standard deviation of %.4f.",
                report.folds(),
                report.aucPerFold().size(),
                report.auc(),
                report.aucStandardDeviation());
    }

    private List<Fact> made() {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Algorithm", report.algorithm()),
                new Fact("Parameters", card.parameters().toString()),
                new Fact("Table", card.data().file() + ", " + card.data().encoding()),
                new Fact(
                        "Rows",
                        card.data().rows() + ", " + card.data().positives() + " of them with "
                                + card.label().column() + " = " + card.label().positive()),
                new Fact("Table's digest", card.data().frameDigest()),
                new Fact("Model's digest", card.digest()),
                new Fact("Seed, threads", card.seed() + ", " + card.threads()),
                new Fact("Versions", card.versions().toString()),
                Fact.trained(card.trainedAt(), card.trainedBy()),
                new Fact("Took", String.format(Locale.ROOT, "%.0f s", report.seconds()))));
        report.dropped().forEach(column -> facts.add(new Fact("Left out: " + column.name(), column.reason())));
        return facts;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>(report.notes());
        remarks.add("The best of " + report.candidates().size()
                + " candidates was chosen by the folds that judge it, which flatters it a little.");
        remarks.add("It knows the rows of this table. Judge it again on newer ones: attune score --label "
                + card.label().column());
        return remarks;
    }

    private List<FeatureRow> features() {
        List<FeatureRow> rows = new ArrayList<>();
        for (int index = 0; index < card.features().size(); index++) {
            rows.add(feature(card.features().get(index), table.frame().values().get(index)));
        }
        return rows;
    }

    private static FeatureRow feature(FeatureProfile profile, double[] values) {
        double missing = (double) profile.missing() / values.length;
        if (!profile.levels().isEmpty()) {
            String levels = profile.levels().size() + " levels";
            return new FeatureRow(profile.name(), profile.type(), levels, missing, profile.levels(), profile.counts());
        }
        return FeatureRow.ofNumbers(profile.name(), profile.type(), values);
    }
}
