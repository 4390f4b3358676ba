package io.attune.command.training;

import io.attune.card.Bar;
import io.attune.card.Charts;
import io.attune.card.Fact;
import io.attune.card.Page;
import io.attune.card.Series;
import io.attune.evaluation.Point;
import io.attune.sendtime.Reader;
import io.attune.sendtime.SendTimeJudgement;
import io.attune.sendtime.SendTimeModel;
import io.attune.sendtime.SendTimeTraining;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The page of a model of send times. */
record SendTimePage(
        String model,
        String version,
        LogDefinition definition,
        List<Reader> readers,
        SendTimeTraining.Trained trained,
        Instant trainedAt) {
    private static final int HOURS = 24;

    String html() {
        SendTimeJudgement judgement = trained.judgement();
        List<Fact> tiles = List.of(
                new Fact("openings in the best hours", percent(judgement.hitRate())),
                new Fact("with one hour for all", percent(judgement.populationHitRate())),
                new Fact("as they were sent", percent(judgement.sentHitRate())),
                new Fact("openings judged", String.valueOf(judgement.openings())),
                new Fact(
                        "log-loss; with one hour for all " + figure(judgement.populationLogLoss()),
                        figure(judgement.logLoss())));
        return new Page("Model card", model, "version " + version, definition.description(), tiles)
                .section(
                        "How good it is",
                        "Of the openings in the " + definition.horizonDays()
                                + " days after the moment of judgement, the share"
                                + " whose time of day lies within "
                                + trained.model().windowHours()
                                + " hours after the best hour that was foretold to the person.",
                        Page.plots(List.of(
                                Charts.columns(
                                        "Openings within the window",
                                        "",
                                        "share",
                                        List.of(
                                                new Bar("own best hour", judgement.hitRate()),
                                                new Bar("one for all", judgement.populationHitRate()),
                                                new Bar("as sent", judgement.sentHitRate()))),
                                Charts.lines(
                                        "Log-loss by strength of shrinkage",
                                        "log2 of the strength in hours",
                                        "relative to the best",
                                        losses()),
                                Charts.columns("Openings of a person", "openings", "people", openings()))))
                .section(
                        "The week of everybody",
                        "The share of the messages lying unopened in an hour that are opened in it, on the readers' own clocks.",
                        Charts.heat("Opened in the hour", days(), hours(), week()))
                .section(
                        "How it was made",
                        "",
                        Page.facts(List.of(
                                new Fact(
                                        "Algorithm",
                                        "Beta-Binomial rate of opening in each hour that a message waits; the prior's mean is everybody's rate"),
                                new Fact(
                                        "A message counts half after",
                                        Math.round(trained.model().halfLifeDays()) + " days"),
                                new Fact(
                                        "Everybody's rate weighs as",
                                        Math.round(trained.model().strength()) + " hours of one's own waiting"),
                                new Fact("People", String.valueOf(readers.size())),
                                new Fact("Judged as of", judgement.asOf()),
                                Fact.trained(trainedAt, System.getProperty("user.name")))))
                .section(
                        "To beware of",
                        "",
                        Page.list(List.of(
                                "Openings are what the mail programs say: some open by themselves, some never tell.",
                                "The days of the week have the shape that they have for everybody.")))
                .html();
    }

    private List<Series> losses() {
        double best = trained.trials().stream()
                .mapToDouble(SendTimeTraining.Trial::logLoss)
                .min()
                .orElse(1);
        return trained.trials().stream()
                .map(SendTimeTraining.Trial::halfLifeDays)
                .distinct()
                .map(halfLife -> new Series(
                        "half-life " + Math.round(halfLife) + "d",
                        trained.trials().stream()
                                .filter(trial -> trial.halfLifeDays() == halfLife)
                                .map(trial ->
                                        new Point(Math.log(trial.strength()) / Math.log(2), trial.logLoss() / best))
                                .toList()))
                .toList();
    }

    private List<Bar> openings() {
        long[] counts = new long[9];
        readers.forEach(reader -> counts[
                (int) Math.min(
                        counts.length - 1,
                        reader.messages().stream()
                                .filter(message -> message.openedAt().isPresent())
                                .count())]++);
        return IntStream.range(0, counts.length)
                .mapToObj(count ->
                        new Bar(count == counts.length - 1 ? count + "+" : String.valueOf(count), counts[count]))
                .toList();
    }

    private double[][] week() {
        SendTimeModel learned = trained.model();
        return IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(day -> Arrays.copyOfRange(learned.rates(), day * HOURS, (day + 1) * HOURS))
                .toArray(double[][]::new);
    }

    private static List<String> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .toList();
    }

    private static List<String> hours() {
        return IntStream.range(0, HOURS).mapToObj(String::valueOf).toList();
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
    }
}
