package io.attune.command;

import io.attune.configuration.DatabaseConfiguration;
import io.attune.feature.FrameExporter;
import io.attune.feature.FrameSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a frame from the hub's events and trains a model from it, in a process of its own. */
@Command(
        name = "train",
        description =
                "Trains a model: exports a frame from the running hub, then learns from it in a process of its own.",
        footer = {
            "",
            "Without a hub, from a table of your own (help train-frame says more):",
            "  attune train --frame FILE --label COLUMN --name M [--positive VALUE] [--ignore COLUMNS] [--report JSON]",
            "Without a hub, from an event log of your own (help train-events says more):",
            "  attune train --events FILE --map person=,time=,item=,value= --name M [--as-of DATE] [--horizon 90d]"
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", defaultValue = "churn", description = "Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(names = "--frame", description = "Learn from this frame instead of exporting one.")
    private Path frame;

    @Option(names = "--as-of", description = "Until when to read events; default: now.")
    private Instant asOf;

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "Equal scores need an equal number (default ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--seed", description = "Instead of the definition's.")
    private Long seed;

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = Installation.current();
        Path definition = installation.root().resolve("mojo-models/definitions/models/" + model + ".yaml");
        if (!Files.exists(definition)) {
            throw new CommandFailure("there is no model " + model + ": " + definition + " does not exist");
        }
        Path used = frame == null ? export(installation) : frame;
        Path registry = installation.root().resolve("mojo-models/registry").resolve(model);
        Path output = registry.resolve(String.valueOf(lastVersion(registry).orElse(0) + 1));
        int exit = train(installation, definition, used, output);
        if (exit != 0) {
            throw new CommandFailure("training ended with exit code " + exit + "; nothing was registered");
        }
        say("To let it score: attune models promote " + model + " " + output.getFileName());
        return CommandLine.ExitCode.OK;
    }

    private Path export(Installation installation) {
        RunningHub hub = RunningHub.here();
        DatabaseConfiguration database = installation
                .configuration(Path.of(hub.running().configuration()))
                .database();
        Instant end = asOf == null ? clock.instant() : asOf;
        Path file = installation.data().resolve("frames").resolve(model + ".csv");
        try (Connection connection = DriverManager.getConnection(
                database.url(), database.user(), database.password().orElse(null))) {
            Files.createDirectories(file.getParent());
            FrameSummary summary = FrameExporter.of(installation.root().resolve("mojo-models/definitions"), model)
                    .export(connection, end, file);
            say("frame: " + summary + " in " + file);
        } catch (SQLException | IOException failed) {
            throw new CommandFailure("cannot export the frame: " + failed.getMessage(), failed);
        }
        return file;
    }

    private int train(Installation installation, Path definition, Path used, Path output) throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx2g", "-jar"));
        command.add(installation.trainer().toString());
        command.addAll(List.of("--definition", definition.toString(), "--frame", used.toString()));
        command.addAll(List.of("--output", output.toString(), "--threads", String.valueOf(threads)));
        champion(output.getParent()).ifPresent(folder -> command.addAll(List.of("--champion", folder.toString())));
        if (seed != null) {
            command.addAll(List.of("--seed", seed.toString()));
        }
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new CommandFailure("cannot start the trainer: " + failed.getMessage(), failed);
        }
    }

    /** The version that scores now, so that the gate can compare both on the same rows. */
    private static Optional<Path> champion(Path model) {
        Path file = model.resolve("champion");
        try {
            return Files.exists(file)
                    ? Optional.of(model.resolve(Files.readString(file).strip()))
                            .filter(folder -> Files.exists(folder.resolve("model.zip")))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new CommandFailure("cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    private static OptionalInt lastVersion(Path registry) {
        if (!Files.isDirectory(registry)) {
            return OptionalInt.empty();
        }
        try (Stream<Path> versions = Files.list(registry)) {
            return versions.map(version -> version.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .max();
        } catch (IOException failed) {
            throw new CommandFailure("cannot list " + registry + ": " + failed.getMessage(), failed);
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
