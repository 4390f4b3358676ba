package io.attune.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    /** One line of JSON that says why an exchange failed. */
    static void sayFailed(PrintWriter out, String code, String message) {
        out.println(JsonNodeFactory.instance
                .objectNode()
                .put("result", "failed")
                .put("code", code)
                .put("message", message));
        out.flush();
    }
}
