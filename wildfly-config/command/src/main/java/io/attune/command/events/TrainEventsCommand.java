package io.attune.command.events;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.Moment;
import io.attune.eventmodel.LifetimeCard;
import io.attune.eventmodel.LifetimeJudgement;
import io.attune.eventmodel.LifetimeTraining;
import io.attune.eventmodel.ModelFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains from one's own event log, without a hub. */
@Command(
        name = "train-events",
        hidden = true,
        description = "Trains a model from an event log of your own: attune train --events FILE --map ... --name M",
        mixinStandardHelpOptions = true)
final class TrainEventsCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private EventOptions options;

    @Option(
            names = "--kind",
            defaultValue = "activity",
            description = "What to train: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private EventModelKind kind;

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "Equal scores need an equal number (default ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--seed", defaultValue = "20260101", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        return EventOptions.run(this::train);
    }

    private int train() throws InterruptedException {
        EventLog log = options.log();
        Moment asOf = options.asOf(log);
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        terminal.say(log.summary());
        return switch (kind) {
            case ACTIVITY -> new ActivityTraining(options, terminal, threads, seed).train(log, asOf);
            case LIFETIME_VALUE -> lifetimeValue(log, asOf, terminal);
        };
    }

    private int lifetimeValue(EventLog log, Moment asOf, Terminal terminal) {
        LifetimeTraining training = LifetimeTraining.of(log, asOf);
        Optional<LifetimeJudgement> judgement = LifetimeJudgement.of(training.model(), log, asOf, options.horizon());
        ModelFolder folder = options.folder();
        int version = folder.nextVersion();
        LifetimeCard card = LifetimeCard.of(
                options.name(),
                version,
                asOf.toString(),
                options.horizon().toString(),
                log.summary(),
                training,
                judgement,
                clock.instant().toString());
        Path written = folder.write(version, LifetimeCard.KIND, training.model(), card, new LifetimePage(card).html());
        options.writeReport(card);
        terminal.say(card);
        terminal.say("written: " + written);
        return CommandLine.ExitCode.OK;
    }
}
