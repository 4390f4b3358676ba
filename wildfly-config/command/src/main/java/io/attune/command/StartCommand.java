package io.attune.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts a hub in the background: beside the systems that a configuration names, or, where none is given, beside a Kafka,
 * a PostgreSQL and stand-ins of its own.
 */
@Command(name = "start", description = "Starts the hub in the background.", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--configuration",
            description = "A properties file that names database, Kafka and channels; "
                    + "without it they are started here, with stand-ins for the channels.")
    private Path configuration;

    @Override
    public Integer call() {
        Installation installation = Installation.current();
        Running.requireNothing(installation.data());
        Map<String, Long> processes = new LinkedHashMap<>();
        Path keys = configuration == null ? startSandbox(installation, processes) : configuration.toAbsolutePath();
        HubNode node = HubNode.onUsualPorts("attune-1", installation.data().resolve("nodes/attune-1"));
        FirstStart.prepare(installation, spec.commandLine().getOut());
        say("Starting the server ...");
        HubServer server = HubServer.start(installation, node, keys, Map.of());
        processes.put("server", server.process().id());
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("hub", node.url().toString());
        urls.put("console", node.console().toString());
        new Running("hub", processes, urls, keys.toString()).write(installation.data());
        server.awaitReady();
        urls.forEach((name, url) -> say("  " + name + "  " + url));
        say("Running. Stop it with ./attune stop");
        return CommandLine.ExitCode.OK;
    }

    private Path startSandbox(Installation installation, Map<String, Long> processes) {
        say("Starting Kafka, PostgreSQL and the stand-ins ...");
        SandboxProcess sandbox =
                SandboxProcess.start(installation, installation.data().resolve("sandbox"));
        processes.put("sandbox", sandbox.process().id());
        return sandbox.configuration();
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
