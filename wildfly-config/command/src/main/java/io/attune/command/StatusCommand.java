package io.attune.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Tells what runs, where, and how it fares. */
@Command(name = "status", description = "Tells what runs and how it fares.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        RunningHub hub = RunningHub.here();
        PrintWriter out = spec.commandLine().getOut();
        out.println("running: " + hub.running().what());
        hub.running().processes().forEach((name, process) -> out.printf("  %-8s process %d%n", name, process));
        hub.running().urls().forEach((name, url) -> out.printf("  %-8s %s%n", name, url));
        JsonNode summary = hub.client().get("/v1/status");
        out.println(summary.toPrettyString());
        return CommandLine.ExitCode.OK;
    }
}
