package io.attune.command;

import static io.attune.command.RejectSelection.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks through the records that failed, mends them, and sends them on their way again. */
@Command(
        name = "rejects",
        description = "Lists, shows, edits, replays and resolves records that failed.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RejectsCommand.ListCommand.class,
            RejectsCommand.CountsCommand.class,
            RejectsCommand.ShowCommand.class,
            RejectsCommand.EditCommand.class,
            RejectsCommand.ReplayCommand.class,
            RejectsCommand.ResolveCommand.class
        })
final class RejectsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** One line for each reject. */
    @Command(name = "list", description = "Lists rejects, newest first.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Option(
                names = "--limit",
                defaultValue = "50",
                description = "How many at the most (default ${DEFAULT-VALUE}).")
        private int limit;

        @Option(
                names = "--state",
                defaultValue = "open",
                description = "open, replayed or resolved (default ${DEFAULT-VALUE}).")
        private String state;

        @Option(names = "--after", paramLabel = "ID", description = "Behind this one: the last of the page before.")
        private String after;

        @Mixin
        private RejectSelection selection;

        @Override
        public Integer call() {
            String page = after == null ? "" : "&after=" + encoded(after);
            JsonNode rejects = RunningHub.here()
                    .client()
                    .get("/v1/rejects?limit=" + limit + "&state=" + encoded(state) + selection.query() + page);
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

    /** One line for each source and reason. */
    @Command(
            name = "counts",
            description = "Counts rejects by source and reason, the most first.",
            mixinStandardHelpOptions = true)
    static final class CountsCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Option(
                names = "--state",
                defaultValue = "open",
                description = "open, replayed or resolved (default ${DEFAULT-VALUE}).")
        private String state;

        @Mixin
        private RejectSelection selection;

        @Override
        public Integer call() {
            JsonNode counts =
                    RunningHub.here().client().get("/v1/rejects/counts?state=" + encoded(state) + selection.query());
            PrintWriter out = spec.commandLine().getOut();
            counts.forEach(count -> out.printf(
                    "%8d  %-12s %-10s %-28s newest %s%n",
                    count.path("rejects").asLong(),
                    count.path("source").asText(),
                    count.path("stage").asText(),
                    count.path("code").asText(),
                    count.path("newest").asText()));
            return CommandLine.ExitCode.OK;
        }
    }

    /** One reject with its original and edits, as JSON. */
    @Command(
            name = "show",
            description = "Shows a reject with its reason, original and edits.",
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

    /** Replaces what is sent in. */
    @Command(
            name = "edit",
            description = "Has a text sent in instead of the original, which stays.",
            mixinStandardHelpOptions = true)
    static final class EditCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "The reject's id, from 'rejects list'.")
        private String id;

        @Option(names = "--file", required = true, description = "The text, in UTF-8.")
        private Path file;

        @Override
        public Integer call() {
            JsonNode reject = RunningHub.here().client().put("/v1/rejects/" + encoded(id) + "/edited", text());
            spec.commandLine().getOut().println(reject.toPrettyString());
            return CommandLine.ExitCode.OK;
        }

        private String text() {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new CommandFailure(file + " cannot be read as text in UTF-8: " + e.getMessage(), e);
            }
        }
    }

    /** Sends one reject, or many open ones, in again. */
    @Command(name = "replay", description = "Sends a reject, or many, in again.", mixinStandardHelpOptions = true)
    static final class ReplayCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The reject's id.")
        private String id;

        @Option(names = "--all", description = "All open rejects.")
        private boolean all;

        @Mixin
        private RejectSelection selection;

        @Override
        public Integer call() {
            if (id == null && !all && !selection.isNarrow()) {
                throw new CommandFailure("name a reject, or which ones by --source, --code, --from …, or say --all");
            }
            String path = id == null
                    ? "/v1/rejects/replay?state=open" + selection.query()
                    : "/v1/rejects/" + encoded(id) + "/replay";
            spec.commandLine()
                    .getOut()
                    .println(RunningHub.here().client().post(path).toPrettyString());
            return CommandLine.ExitCode.OK;
        }
    }

    /** Closes one reject, or many open ones. */
    @Command(
            name = "resolve",
            description = "Closes a reject, or many, for good: they are not wanted.",
            mixinStandardHelpOptions = true)
    static final class ResolveCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The reject's id.")
        private String id;

        @Option(names = "--reason", required = true, description = "Why, without a person's name.")
        private String reason;

        @Mixin
        private RejectSelection selection;

        @Override
        public Integer call() {
            if (id == null && !selection.isNarrow()) {
                throw new CommandFailure(
                        "name a reject, or which ones by --source, --code, --stage, --from or --until");
            }
            String path = id == null
                    ? "/v1/rejects/resolve?reason=" + encoded(reason) + selection.query()
                    : "/v1/rejects/" + encoded(id) + "/resolve?reason=" + encoded(reason);
            spec.commandLine()
                    .getOut()
                    .println(RunningHub.here().client().post(path).toPrettyString());
            return CommandLine.ExitCode.OK;
        }
    }
}
