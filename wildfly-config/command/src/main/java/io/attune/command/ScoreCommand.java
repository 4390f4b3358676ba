package io.attune.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Tells which forms of scoring there are; each is a command of its own. */
@Command(
        name = "score",
        description = "Scores a table or an event log of your own, without a hub.",
        footer = {
            "",
            "A table (help score-frame says more):",
            "  attune score --model M --frame FILE --out CSV [--label COLUMN] [--report JSON]",
            "An event log (help score-events says more):",
            "  attune score --events FILE --map person=,time=,item=,value= --name M --out CSV [--as-of DATE]"
        },
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandFailure("name a table with --frame, or an event log with --events");
    }
}
