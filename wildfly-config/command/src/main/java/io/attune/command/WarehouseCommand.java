package io.attune.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.error.AttuneException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Exchanges data with a warehouse, for people and for schedulers. */
@Command(
        name = "warehouse",
        description = "Writes what the hub knows into a warehouse, and reads what a warehouse knows.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:done", " 1:failed; run it again, it goes on where it stopped", " 2:wrong arguments"},
        subcommands = {WarehouseExportCommand.class, WarehouseImportCommand.class})
final class WarehouseCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Runs an exchange. Why one failed is told to people, and to schedulers in a line of JSON where they want that. */
    static int run(CommandLine.Model.CommandSpec exchange, boolean json, Runnable work) {
        PrintWriter out = exchange.commandLine().getOut();
        try {
            work.run();
            return CommandLine.ExitCode.OK;
        } catch (AttuneException failed) {
            sayFailed(json, out, failed.code(), failed.getMessage());
            throw new CommandFailure(failed.getMessage(), failed);
        } catch (CommandFailure failed) {
            sayFailed(json, out, "COMMAND_FAILED", failed.getMessage());
            throw failed;
        }
    }

    private static void sayFailed(boolean json, PrintWriter out, String code, String message) {
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("result", "failed")
                    .put("code", code)
                    .put("message", message));
            out.flush();
        }
    }
}
