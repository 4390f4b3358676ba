package io.attune.command.events;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.Moment;
import io.attune.eventmodel.LifetimeCard;
import io.attune.eventmodel.LifetimeJudgement;
import io.attune.eventmodel.LifetimeScore;
import io.attune.lifetime.LifetimeModel;
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
        EventLog log = options.log();
        Moment asOf = options.asOf(log);
        LifetimeModel model = options.folder().readLast(LifetimeCard.KIND, LifetimeModel.class);
        List<LifetimeScore> scores = LifetimeScore.of(model, log, asOf, options.horizon());
        ScoreFile.write(out, scores);
        LifetimeJudgement.of(model, log, asOf, options.horizon()).ifPresent(options::writeReport);
        new Terminal(spec.commandLine().getOut()).say(scores.size() + " people scored as of " + asOf + ": " + out);
        return CommandLine.ExitCode.OK;
    }
}
