package io.attune.command.events;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.Moment;
import io.attune.eventmodel.ActivityMoments;
import io.attune.eventmodel.ActivityReport;
import io.attune.eventmodel.ActivityScore;
import io.attune.eventmodel.LifetimeCard;
import io.attune.eventmodel.LifetimeJudgement;
import io.attune.eventmodel.LifetimeScore;
import io.attune.eventmodel.ModelFolder;
import io.attune.lifetime.LifetimeModel;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores the people of one's own event log, without a hub. */
@Command(
        name = "score-events",
        hidden = true,
        description =
                "Scores the people of an event log of your own: attune score --events FILE --map ... --name M --out CSV",
        mixinStandardHelpOptions = true)
final class ScoreEventsCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private EventOptions options;

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "Where to write a row for each person.")
    private Path out;

    @Override
    public Integer call() throws Exception {
        return EventOptions.run(this::score);
    }

    private int score() {
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        ModelFolder folder = options.folder();
        String kind = folder.kind();
        EventLog log = options.log();
        Moment asOf = options.asOf(log);
        terminal.say(log.summary());
        int scored = switch (kind) {
            case ActivityScore.KIND -> activity(folder, log, asOf, terminal);
            case LifetimeCard.KIND -> lifetimeValue(folder, log, asOf);
            default ->
                throw new EventLogException(folder.folder() + " holds a model of the kind " + kind
                        + ", which is not one of an event log: train one with attune train --events");
        };
        terminal.say(scored + " people scored as of " + asOf + ": " + out);
        return CommandLine.ExitCode.OK;
    }

    private int activity(ModelFolder folder, EventLog log, Moment asOf, Terminal terminal) {
        List<ActivityScore> scores;
        try {
            scores = ActivityScore.of(ModelVersion.load(folder.last()), log, asOf, options.horizon());
        } catch (ModelException failed) {
            throw new EventLogException(failed.getMessage(), failed);
        }
        ScoreFile.writeActivity(out, scores);
        if (ActivityMoments.covers(log, asOf, options.horizon())) {
            ActivityReport report = ActivityReport.of(
                    options.name(), asOf.toString(), options.horizon().toString(), scores);
            options.writeReport(report);
            terminal.say(report);
        }
        return scores.size();
    }

    private int lifetimeValue(ModelFolder folder, EventLog log, Moment asOf) {
        LifetimeModel model = folder.readLast(LifetimeCard.KIND, LifetimeModel.class);
        List<LifetimeScore> scores = LifetimeScore.of(model, log, asOf, options.horizon());
        ScoreFile.write(out, scores);
        LifetimeJudgement.of(model, log, asOf, options.horizon()).ifPresent(options::writeReport);
        return scores.size();
    }
}
