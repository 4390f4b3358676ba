package io.attune.command.training;

import io.attune.card.Bar;
import io.attune.card.Charts;
import io.attune.card.Fact;
import io.attune.card.Page;
import io.attune.eventlog.LogSummary;
import io.attune.recommendation.RecommendationJudgement;
import io.attune.recommendation.Task;
import io.attune.recommendation.TrainedShop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page of a model of recommendations. */
record RecommendationPage(
        String model,
        String version,
        LogDefinition definition,
        LogSummary log,
        int catalogue,
        TrainedShop trained,
        String trainedAt) {

    String html() {
        RecommendationJudgement judgement = trained.judgement();
        List<Fact> tiles = List.of(
                new Fact("precision at 10", figure(judgement.precisionAt10())),
                new Fact("what is popular", figure(judgement.baselinePrecisionAt10())),
                new Fact("new items only", figure(judgement.precisionAt10NewItems())),
                new Fact("what is popular, new only", figure(judgement.baselinePrecisionAt10NewItems())),
                new Fact("people judged", String.valueOf(judgement.people())));
        return new Page("Model card", model, "version " + version, definition.description(), tiles)
                .section(
                        "How good it is",
                        "The share of the first ten items that a person bought within " + definition.horizonDays()
                                + " days, on average over those who had bought before and bought in them. The last"
                                + " component is the naive rule.",
                        Page.plots(List.of(
                                chart("With what one bought before", Task.WITH_REPURCHASE, judgement.precisionAt10()),
                                chart("New items only", Task.NEW_ITEMS_ONLY, judgement.precisionAt10NewItems()))))
                .section(
                        "Each way alone, and its weight in the blend",
                        "Chosen on the " + definition.horizonDays() + " days before those that it was judged on.",
                        Page.table(
                                List.of("component", "alone, with bought", "weight", "alone, new only", "weight"),
                                components()))
                .section("How it was made", "", Page.facts(made()))
                .section(
                        "To beware of",
                        "",
                        Page.list(List.of(
                                "What was shown to people in the time judged moved what they bought; a test with a holdout"
                                        + " tells what recommending brings.",
                                "No person is in the model's file: who somebody is alike to is told by the items.")))
                .html();
    }

    private String chart(String title, Task task, double blend) {
        List<Bar> bars = new ArrayList<>(List.of(new Bar("blend", blend)));
        int[] number = {0};
        trained.judgement()
                .components()
                .get(task)
                .forEach((name, value) -> bars.add(new Bar(String.valueOf(++number[0]), value)));
        return Charts.columns(title, "component, as numbered below", "precision at 10", bars);
    }

    private List<List<String>> components() {
        Map<String, Double> all = trained.judgement().components().get(Task.WITH_REPURCHASE);
        Map<String, Double> fresh = trained.judgement().components().get(Task.NEW_ITEMS_ONLY);
        List<List<String>> rows = new ArrayList<>();
        all.forEach((name, value) -> rows.add(List.of(
                (rows.size() + 1) + "  " + name,
                figure(value),
                weight(Task.WITH_REPURCHASE, name),
                figure(fresh.get(name)),
                weight(Task.NEW_ITEMS_ONLY, name))));
        return rows;
    }

    private String weight(Task task, String name) {
        return String.format(Locale.ROOT, "%.1f", trained.weights().get(task).get(name));
    }

    private List<Fact> made() {
        return List.of(
                new Fact("Algorithm", "a blend of the components above"),
                new Fact("People", String.valueOf(log.people())),
                new Fact("Items touched", String.valueOf(log.items())),
                new Fact("Products in the catalogue", String.valueOf(catalogue)),
                new Fact("Orders and views", log.rows() + ", from " + log.first() + " to " + log.last()),
                new Fact("Judged as of", trained.judgement().asOf()),
                Fact.trained(Instant.parse(trainedAt), System.getProperty("user.name")));
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
