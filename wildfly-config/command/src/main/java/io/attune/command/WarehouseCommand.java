package io.attune.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Exchanges data with a warehouse, for people and for schedulers. */
@Command(
        name = "warehouse",
        description = "Writes profiles, features, scores and segments into a warehouse.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:done", " 1:failed; run it again, it goes on where it stopped", " 2:wrong arguments"},
        subcommands = WarehouseExportCommand.class)
final class WarehouseCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
