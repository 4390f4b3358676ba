package io.attune.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks through the records that may be one person, and decides about them. */
@Command(
        name = "identity",
        description = "Lists, explains and decides matches: records that may be one person where no identifier tells.",
        mixinStandardHelpOptions = true,
        subcommands = {
            IdentityCommand.ListCommand.class,
            IdentityCommand.ShowCommand.class,
            IdentityCommand.AcceptCommand.class,
            IdentityCommand.RefuseCommand.class,
            IdentityCommand.UnmergeCommand.class,
            IdentityCommand.MatchCommand.class,
            IdentityCommand.ModelCommand.class
        })
final class IdentityCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** One line for each match. */
    @Command(name = "list", description = "Lists matches, the most probable first.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Option(
                names = "--state",
                defaultValue = "review",
                description = "review, joined, accepted or refused (default ${DEFAULT-VALUE}).")
        private String state;

        @Option(
                names = "--limit",
                defaultValue = "50",
                description = "How many at the most (default ${DEFAULT-VALUE}).")
        private int limit;

        @Override
        public Integer call() {
            JsonNode matches =
                    RunningHub.here().client().get("/v1/matches?state=" + encoded(state) + "&limit=" + limit);
            PrintWriter out = spec.commandLine().getOut();
            matches.forEach(match -> out.printf(
                    Locale.ROOT,
                    "%s  %12s  %-10s %-10s  %s%n",
                    match.path("id").asText(),
                    match.path("bits").isNumber()
                            ? String.format(
                                    Locale.ROOT,
                                    "%+.1f bits",
                                    match.path("bits").asDouble())
                            : "identifier",
                    match.path("first").path("source").asText(),
                    match.path("second").path("source").asText(),
                    match.path("cause").asText()));
            out.printf("%d matches%n", matches.size());
            return CommandLine.ExitCode.OK;
        }
    }

    /** One match with its explanation. */
    @Command(name = "show", description = "Explains a match field by field.", mixinStandardHelpOptions = true)
    static final class ShowCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "The match's id, from 'identity list'.")
        private String id;

        @Option(names = "--picture", paramLabel = "FILE", description = "Write the weights as a picture (SVG) here.")
        private Path picture;

        @Override
        public Integer call() {
            HubClient client = RunningHub.here().client();
            JsonNode match = client.get("/v1/matches/" + encoded(id));
            spec.commandLine().getOut().println(match.toPrettyString());
            if (picture != null) {
                try {
                    Files.writeString(picture, client.text("/v1/matches/" + encoded(id) + "/picture", "image/svg+xml"));
                } catch (IOException failed) {
                    throw new CommandFailure("cannot write " + picture + ": " + failed.getMessage(), failed);
                }
            }
            return CommandLine.ExitCode.OK;
        }
    }

    /** Makes one person of two. */
    @Command(name = "accept", description = "Makes one person of two.", mixinStandardHelpOptions = true)
    static final class AcceptCommand extends Decision {
        @Override
        String path(String id) {
            return "/v1/matches/" + id + "/accept";
        }
    }

    /** Keeps two people apart. */
    @Command(name = "refuse", description = "Keeps two people apart for ever.", mixinStandardHelpOptions = true)
    static final class RefuseCommand extends Decision {
        @Override
        String path(String id) {
            return "/v1/matches/" + id + "/refuse";
        }
    }

    /** Undoes a merge. */
    @Command(
            name = "unmerge",
            description = "Undoes a merge: ID is the profile that the merge ended.",
            mixinStandardHelpOptions = true)
    static final class UnmergeCommand extends Decision {
        @Override
        String path(String id) {
            return "/v1/profiles/" + id + "/unmerge";
        }
    }

    /** What is decided about an id, and why. */
    abstract static class Decision implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "What is decided about.")
        private String id;

        @Option(names = "--reason", defaultValue = "by hand", description = "Why; it is kept, and should name nobody.")
        private String reason;

        abstract String path(String encodedId);

        @Override
        public Integer call() {
            JsonNode answer = RunningHub.here().client().post(path(encoded(id)) + "?reason=" + encoded(reason));
            spec.commandLine().getOut().println(answer.toPrettyString());
            return CommandLine.ExitCode.OK;
        }
    }

    /** Matches the whole store. */
    @Command(
            name = "match",
            description =
                    "Matches all records of the store with each other, and learns from them how to weigh matches.",
            mixinStandardHelpOptions = true)
    static final class MatchCommand implements Callable<Integer> {
        private static final Duration PAUSE = Duration.ofMillis(500);

        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Option(names = "--source", description = "Join only records of this source, such as salesforce.")
        private String source;

        @Override
        public Integer call() {
            HubClient client = RunningHub.here().client();
            CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(
                    () -> client.post("/v1/jobs/match" + (source == null ? "" : "?source=" + encoded(source))));
            ProgressBar bar = ProgressBar.onStandardOutput();
            while (!Wait.until(PAUSE, answer::isDone)) {
                show(client, bar);
            }
            JsonNode run = result(answer);
            spec.commandLine().getOut().println(run.toPrettyString());
            return run.path("phase").asText().equals("done") ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }

        private static JsonNode result(CompletableFuture<JsonNode> answer) {
            try {
                return answer.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof CommandFailure failure ? failure : failed;
            }
        }

        private static void show(HubClient client, ProgressBar bar) {
            JsonNode run = client.get("/v1/jobs/match").path(0);
            if (run.path("total").asLong() > 0) {
                bar.show(
                        run.path("phase").asText(),
                        run.path("done").asLong(),
                        run.path("total").asLong());
            }
        }
    }

    /** What weighs matches. */
    @Command(
            name = "model",
            description = "Shows the model that weighs matches: what was learned, when, and who asked for it.",
            mixinStandardHelpOptions = true)
    static final class ModelCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() {
            spec.commandLine()
                    .getOut()
                    .println(RunningHub.here().client().get("/v1/matches/model").toPrettyString());
            return CommandLine.ExitCode.OK;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
