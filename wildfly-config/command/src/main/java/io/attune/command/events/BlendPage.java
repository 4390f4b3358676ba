package io.attune.command.events;

import io.attune.card.Bar;
import io.attune.card.Charts;
import io.attune.card.Fact;
import io.attune.card.Page;
import io.attune.recommendation.RecommendationCard;
import io.attune.recommendation.RecommendationJudgement;
import io.attune.recommendation.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of recommendations from an event log. */
record BlendPage(RecommendationCard card) {
    private static final int DIGITS = 4;

    String html() {
        return new Page(
                        "Model card",
                        card.model(),
                        "version " + card.version(),
                        "Items that a person is likely to want within " + card.horizon(),
                        card.holdout().map(BlendPage::tiles).orElse(List.of()))
                .section(
                        "How good it is",
                        judgedOn(),
                        card.holdout().map(this::plots).orElse(""))
                .section(
                        "Each way alone, and its weight in the blend",
                        "The weights were chosen on the horizon before " + card.asOf() + ".",
                        components())
                .section(
                        "How it was made",
                        "",
                        Page.facts(List.of(
                                new Fact("Algorithm", "a blend of the ways above"),
                                new Fact("As of", card.asOf()),
                                new Fact("Log", LogFact.of(card.log())),
                                Fact.trained(Instant.parse(card.trainedAt()), System.getProperty("user.name")))))
                .html();
    }

    private static List<Fact> tiles(RecommendationJudgement judged) {
        return List.of(
                new Fact("precision at 10", figure(judged.precisionAt10())),
                new Fact(judged.baseline(), figure(judged.baselinePrecisionAt10())),
                new Fact("new items only", figure(judged.precisionAt10NewItems())),
                new Fact(judged.baseline() + ", new items only", figure(judged.baselinePrecisionAt10NewItems())),
                new Fact("people judged", String.valueOf(judged.people())));
    }

    private String judgedOn() {
        return card.holdout()
                .map(judged -> "The share of the first ten items that a person bought within " + card.horizon()
                        + " after " + judged.asOf() + ", on average over those who had bought before and bought then.")
                .orElse("The log ends at the moment, so there is nothing to judge by.");
    }

    private String plots(RecommendationJudgement judged) {
        return Page.plots(List.of(
                chart("With what one bought before", judged.precisionAt10(), judged.components(), Task.WITH_REPURCHASE),
                chart("New items only", judged.precisionAt10NewItems(), judged.components(), Task.NEW_ITEMS_ONLY)));
    }

    private String chart(String title, double blend, Map<Task, Map<String, Double>> components, Task task) {
        List<Bar> bars = new ArrayList<>(List.of(new Bar("blend", blend)));
        int number = 0;
        for (String name : names()) {
            number++;
            bars.add(new Bar(
                    String.valueOf(number),
                    components.getOrDefault(task, Map.of()).getOrDefault(name, 0.0)));
        }
        return Charts.columns(title, "way, as numbered below", "precision at 10", bars);
    }

    private String components() {
        List<List<String>> rows = new ArrayList<>();
        for (String name : names()) {
            rows.add(List.of(
                    (rows.size() + 1) + "  " + name,
                    alone(Task.WITH_REPURCHASE, name),
                    weight(Task.WITH_REPURCHASE, name),
                    alone(Task.NEW_ITEMS_ONLY, name),
                    weight(Task.NEW_ITEMS_ONLY, name)));
        }
        return Page.table(List.of("way", "alone, with bought", "weight", "alone, new only", "weight"), rows);
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        card.weights().values().forEach(weights -> names.addAll(weights.keySet()));
        return names;
    }

    private String alone(Task task, String name) {
        return card.holdout()
                .map(judged -> judged.components().getOrDefault(task, Map.of()).get(name))
                .map(BlendPage::figure)
                .orElse("\u2013");
    }

    private String weight(Task task, String name) {
        return Page.number(card.weights().getOrDefault(task, Map.of()).getOrDefault(name, 0.0), 1);
    }

    private static String figure(double value) {
        return Page.number(value, DIGITS);
    }
}
