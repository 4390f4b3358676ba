package io.attune.trainer.events;

import hex.ensemble.StackedEnsembleModel;
import io.attune.card.Bar;
import io.attune.frame.EncodedFrame;
import io.attune.frame.Feature;
import io.attune.trainer.H2oProcess;
import io.attune.trainer.Mojo;
import io.attune.trainer.TrainerProgram;
import io.attune.trainer.TrainingException;
import io.attune.trainer.VersionFiles;
import io.attune.trainer.VersionOptions;
import io.attune.trainer.learning.PermutationImportance;
import io.attune.trainer.learning.Served;
import io.attune.trainer.learning.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import water.H2O;

/** The trainer's process for vectors of an event log: reads frames, writes a version's folder, and ends. */
@Command(
        name = "attune-event-trainer",
        description = "Trains the probability of activity from vectors of an event log.",
        mixinStandardHelpOptions = true)
public final class EventTrainer implements Callable<Integer> {
    private static final int FOLDS = 5;
    private static final int FEWEST = 20;

    @Option(
            names = "--frame",
            required = true,
            description = "Rows to learn from, whose labels end before the judgement")
    private Path frame;

    @Option(names = "--judged", description = "Rows of a later moment, to judge by")
    private Path judged;

    @Option(
            names = "--again",
            description = "Rows for the model that is kept, which learns once more after the judgement")
    private Path again;

    @Option(names = "--horizon", required = true, description = "How far the label looks, for the card")
    private String horizon;

    @Mixin
    private VersionOptions version;

    private final Clock clock;

    private EventTrainer(Clock clock) {
        this.clock = clock;
    }

    /** Ends the process with 0 after success, 1 when training was not possible, 2 for wrong options. */
    public static void main(String[] arguments) {
        TrainerProgram.run(new EventTrainer(Clock.systemUTC()), arguments);
    }

    @Override
    public Integer call() {
        EventFrame rows = enough(EventFrame.read(frame));
        H2oProcess.start(version.threads);
        Trained trained = train(rows);
        Optional<JudgedEvents> judgement =
                Optional.ofNullable(judged).map(EventFrame::read).map(trained::judge);
        EventFrame last = again == null ? rows : enough(EventFrame.read(again));
        Trained kept = again == null ? trained : train(last);
        byte[] mojo = Mojo.of(kept.model());
        EventCard card = card(last, kept.features(), judgement.map(JudgedEvents::judgement), mojo);
        List<Bar> importances =
                trained.importances(judgement.map(JudgedEvents::rows).orElse(rows));
        VersionFiles.writeVersion(version.output, mojo, new EventPage(card, last, judgement, importances).html(), card);
        judgement.map(JudgedEvents::judgement).ifPresent(EventTrainer::say);
        return CommandLine.ExitCode.OK;
    }

    private record Trained(StackedEnsembleModel model, List<String> features, long seed) {
        JudgedEvents judge(EventFrame rows) {
            try (EventTable table = new EventTable(rows, features, FOLDS, seed)) {
                return JudgedEvents.of(rows, EventStack.score(model, table));
            }
        }

        List<Bar> importances(EventFrame rows) {
            Table table = new Table(
                    new EncodedFrame(
                            features.stream()
                                    .map(name -> new Feature(name, name, "number", List.of()))
                                    .toList(),
                            features.stream().map(rows::column).toList()),
                    EventTable.LABEL,
                    rows.labels());
            return PermutationImportance.of(Served.of(Mojo.of(model), table), table, seed);
        }
    }

    private Trained train(EventFrame rows) {
        List<String> features = rows.informative();
        System.out.printf(Locale.ROOT, "learning from %,d rows, %,d of them positive%n", rows.rows(), rows.positives());
        try (EventTable table = new EventTable(rows, features, FOLDS, version.seed)) {
            return new Trained(new EventStack(table, version.seed).train(), features, version.seed);
        }
    }

    private static EventFrame enough(EventFrame rows) {
        int positives = rows.positives();
        if (positives < FEWEST || rows.rows() - positives < FEWEST) {
            throw new TrainingException("There are " + positives + " rows with and " + (rows.rows() - positives)
                    + " without activity within the horizon; at least " + FEWEST
                    + " of both are needed. Choose another horizon, a later moment or a longer log");
        }
        return rows;
    }

    private EventCard card(EventFrame rows, List<String> features, Optional<EventJudgement> judgement, byte[] mojo) {
        return new EventCard(
                1,
                version.model,
                version.output.getFileName().toString(),
                "event-activity",
                "stack of ridge regression and boosted trees",
                "The probability of activity within " + horizon,
                horizon,
                VersionFiles.digest(mojo),
                List.of("days_since_last"),
                Math.min(5, features.size()),
                features.stream()
                        .map(feature -> EventCard.FeatureSpread.of(feature, rows.column(feature)))
                        .toList(),
                new EventCard.LearnedFrom(
                        rows.moments().stream().distinct().sorted().toList(),
                        rows.rows(),
                        Arrays.stream(rows.people()).distinct().count(),
                        rows.positives()),
                new EventCard.Metrics(judgement),
                version.seed,
                version.threads,
                Map.of("h2o", H2O.ABV.projectVersion(), "java", System.getProperty("java.version")),
                clock.instant());
    }

    private static void say(EventJudgement judged) {
        System.out.printf(
                Locale.ROOT,
                "judged as of %s on %,d people, %,d of them active: AUC %.4f, %s alone %.4f%n",
                judged.asOf(),
                judged.rows(),
                judged.positives(),
                judged.auc(),
                judged.baseline(),
                judged.baselineAuc());
    }
}
