package io.attune.trainer.events;

import io.attune.card.Bar;
import io.attune.card.CardPage;
import io.attune.card.Contender;
import io.attune.card.Fact;
import io.attune.card.FeatureRow;
import io.attune.card.Page;
import io.attune.evaluation.Decision;
import java.util.List;
import java.util.Optional;

/**
 * The page of a model of activity.
 *
 * @param learned the rows of the version that is kept
 * @param judged how it was judged; none when the log is too short for that
 * @param importances features by falling importance
 */
record EventPage(EventCard card, EventFrame learned, Optional<JudgedEvents> judged, List<Bar> importances) {
    private static final int MOST_BARS = 25;
    private static final String IMPORTANCE =
            "Area under the ROC curve that is lost when a feature's values are dealt to other people.";

    String html() {
        return judged.filter(EventPage::ofBothKinds).map(this::judged).orElseGet(this::unjudged);
    }

    private static boolean ofBothKinds(JudgedEvents events) {
        int positives = events.judgement().positives();
        return positives > 0 && positives < events.judgement().rows();
    }

    private String judged(JudgedEvents events) {
        EventJudgement judgement = events.judgement();
        boolean[] labels = events.rows().labels();
        return new CardPage(
                        card.model(),
                        card.version(),
                        card.description(),
                        "On everybody who was active before " + judgement.asOf()
                                + ", after every label that it learned from: what it said then, and what came within "
                                + card.horizon() + ".",
                        events.scores(),
                        labels,
                        Decision.ofBestF1(events.scores(), labels).threshold(),
                        importances,
                        IMPORTANCE,
                        List.of(
                                new Contender("this model, " + card.algorithm(), judgement.auc(), judgement.logLoss()),
                                new Contender(
                                        "naive baseline: " + judgement.baseline() + " alone",
                                        judgement.baselineAuc(),
                                        Double.NaN)),
                        features(),
                        List.of(),
                        Optional.empty(),
                        made(),
                        List.of(
                                "The threshold with the best F1 was found on the rows that it is shown on, which flatters it."))
                .html();
    }

    private String unjudged() {
        List<Fact> tiles = List.of(
                new Fact("rows learned from", String.valueOf(learned.rows())),
                new Fact("people", String.valueOf(card.data().people())),
                new Fact("active within " + card.horizon(), String.valueOf(learned.positives())));
        return new Page("Model card", card.model(), "version " + card.version(), card.description(), tiles)
                .section(
                        "How good it is",
                        "There is no moment to judge by: the log is too short, or all people did alike after it.",
                        Page.list(List.of("Judge it with attune score --events once the horizon has passed.")))
                .section(
                        "What it looks at",
                        IMPORTANCE + " Over rows that it learned from, so mind the order more than the size.",
                        Page.bars(importances.stream().limit(MOST_BARS).toList()))
                .section("Features", "As they were in the rows it learned from.", Page.features(features()))
                .section("How it was made", "", Page.facts(made()))
                .html();
    }

    private List<FeatureRow> features() {
        return card.features().stream()
                .map(feature -> FeatureRow.ofNumbers(feature.name(), "number", learned.column(feature.name())))
                .toList();
    }

    private List<Fact> made() {
        List<String> moments = card.data().moments();
        return List.of(
                new Fact("Algorithm", card.algorithm()),
                new Fact(
                        "Rows",
                        card.data().rows() + " of " + card.data().people() + " people, "
                                + card.data().positives() + " of them followed by activity"),
                new Fact("Moments", moments.size() + ", " + moments.get(0) + " to " + moments.get(moments.size() - 1)),
                new Fact("Model's digest", card.digest()),
                new Fact("Seed, threads", card.seed() + ", " + card.threads()),
                new Fact("Versions", card.versions().toString()),
                Fact.trained(card.trainedAt(), System.getProperty("user.name")));
    }
}
