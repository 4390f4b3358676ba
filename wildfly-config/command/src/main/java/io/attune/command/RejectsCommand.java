package io.attune.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks through the records that failed, and sends them on their way again. */
@Command(
        name = "rejects",
        description = "Lists, shows and replays records that failed.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RejectsCommand.ListCommand.class,
            RejectsCommand.ShowCommand.class,
            RejectsCommand.ReplayCommand.class
        })
final class RejectsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** One line for each open reject. */
    @Command(name = "list", description = "Lists the open rejects, newest first.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Option(
                names = "--limit",
                defaultValue = "50",
                description = "How many at the most (default ${DEFAULT-VALUE}).")
        private int limit;

        @Option(names = "--source", description = "Only those of this source.")
        private String source;

        @Override
        public Integer call() {
            String query = "/v1/rejects?limit=" + limit + (source == null ? "" : "&source=" + encoded(source));
            JsonNode rejects = RunningHub.here().client().get(query);
            PrintWriter out = spec.commandLine().getOut();
            rejects.forEach(reject -> out.printf(
                    "%s  %s  %-10s %-24s %s%n",
                    reject.path("id").asText(),
                    reject.path("rejectedAt").asText(),
                    reject.path("source").asText(),
                    reject.path("code").asText(),
                    reject.path("reason").asText()));
            out.printf("%d rejects%n", rejects.size());
            return CommandLine.ExitCode.OK;
        }
    }

    /** One reject with its original, as JSON. */
    @Command(
            name = "show",
            description = "Shows a reject with its reason and original.",
            mixinStandardHelpOptions = true)
    static final class ShowCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "The reject's id, from 'rejects list'.")
        private String id;

        @Override
        public Integer call() {
            JsonNode reject = RunningHub.here().client().get("/v1/rejects/" + encoded(id));
            spec.commandLine().getOut().println(reject.toPrettyString());
            return CommandLine.ExitCode.OK;
        }
    }

    /** Sends one reject, or all open ones, in again. */
    @Command(name = "replay", description = "Sends a reject, or all, in again.", mixinStandardHelpOptions = true)
    static final class ReplayCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @CommandLine.ArgGroup(multiplicity = "1")
        private Which which;

        /** Exactly one of the two. */
        static final class Which {
            @Parameters(index = "0", paramLabel = "ID", description = "The reject's id.")
            private String id;

            @Option(names = "--all", description = "All open rejects.")
            private boolean all;
        }

        @Override
        public Integer call() {
            String path = which.all ? "/v1/rejects/replay" : "/v1/rejects/" + encoded(which.id) + "/replay";
            JsonNode answer = RunningHub.here().client().post(path);
            spec.commandLine().getOut().println(answer.toPrettyString());
            return CommandLine.ExitCode.OK;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
