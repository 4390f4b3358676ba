package io.attune.command.events;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.Moment;
import io.attune.eventmodel.ModelFolder;
import io.attune.recommendation.Recommendation;
import io.attune.recommendation.RecommendationCard;
import io.attune.recommendation.RecommendationJudgement;
import io.attune.recommendation.RecommendationModel;
import io.attune.recommendation.Recommender;
import io.attune.recommendation.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recommends items to the people of one's own event log, without a hub. */
@Command(
        name = "recommend",
        description = "Recommends items to the people of an event log of your own.",
        mixinStandardHelpOptions = true)
final class RecommendCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private EventOptions options;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "CSV",
            description = "Where to write person, rank, item, score.")
    private Path out;

    @Option(names = "--top", defaultValue = "10", description = "Items a person (default ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--new-items-only", description = "Leave out what a person bought before.")
    private boolean newItemsOnly;

    @Option(names = "--available", paramLabel = "FILE", description = "Only these items, one a line: what is in stock.")
    private Path available;

    @Override
    public Integer call() throws Exception {
        return EventOptions.run(this::recommend);
    }

    private int recommend() {
        if (top < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--top is " + top + "; it must be 1 or more");
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        EventLog log = options.log();
        Moment asOf = options.asOf(log);
        terminal.say(log.summary());
        Recommender recommender = Recommender.learn(log, asOf, options.horizon(), terminal::say);
        Task task = newItemsOnly ? Task.NEW_ITEMS_ONLY : Task.WITH_REPURCHASE;
        List<Recommendation> recommendations = recommender.recommend(task, top, inStock());
        ScoreFile.writeRecommendations(out, recommendations);
        Optional<RecommendationJudgement> judgement = recommender.judge();
        judgement.ifPresent(judged -> terminal.say(sentence(judged)));
        terminal.say(recommendations.size() + " recommendations: " + out);
        terminal.say("written: " + register(log, asOf, recommender.model(), judgement));
        return CommandLine.ExitCode.OK;
    }

    // A model of recommendations stands beside one of activity of the same name.
    private Path register(
            EventLog log, Moment asOf, RecommendationModel model, Optional<RecommendationJudgement> judgement) {
        ModelFolder folder = options.folder("-recommendation");
        int version = folder.nextVersion();
        RecommendationCard card = new RecommendationCard(
                1,
                options.name(),
                String.valueOf(version),
                RecommendationCard.KIND,
                asOf.toString(),
                options.horizon().toString(),
                log.summary(),
                model.weights(),
                judgement,
                clock.instant().toString());
        options.writeReport(card);
        return folder.write(version, RecommendationCard.KIND, model, card, new BlendPage(card).html());
    }

    private Optional<Set<String>> inStock() {
        if (available == null) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(available)) {
            return Optional.of(lines.map(String::strip).collect(Collectors.toSet()));
        } catch (IOException failed) {
            throw new EventLogException(available + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static String sentence(RecommendationJudgement judged) {
        return String.format(
                Locale.ROOT,
                "judged as of %s on %,d people: precision at 10 %.4f (%s %.4f), new items only %.4f (%.4f)",
                judged.asOf(),
                judged.people(),
                judged.precisionAt10(),
                judged.baseline(),
                judged.baselinePrecisionAt10(),
                judged.precisionAt10NewItems(),
                judged.baselinePrecisionAt10NewItems());
    }
}
