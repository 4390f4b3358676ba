package io.attune.command;

import io.attune.command.training.DefinedModel;
import io.attune.command.training.DefinedModels;
import io.attune.command.training.HubDatabase;
import io.attune.command.training.ModelKinds;
import io.attune.command.training.TrainerProcess;
import io.attune.command.training.TrainingResult;
import io.attune.command.training.TrainingRun;
import io.attune.command.training.TrainingTable;
import io.attune.command.training.Trainings;
import io.attune.configuration.DatabaseConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains models from the hub's events, in a process of its own. */
@Command(
        name = "train",
        description = "Trains models from the hub's events, in a process of its own.",
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

    @Parameters(
            index = "0..*",
            paramLabel = "MODEL",
            description = "Models that mojo-models/definitions/models defines; default: churn.")
    private List<String> names = List.of();

    @Option(
            names = "--all",
            description = "Every model that is defined, one after the other; one that fails does not stop the others.")
    private boolean all;

    @Option(
            names = "--promote",
            description =
                    "Let each version score that passes the gates; for a scheduler that trains on fresh outcomes.")
    private boolean promote;

    @Option(names = "--frame", description = "Learn from this frame instead of exporting one.")
    private Path frame;

    @Option(names = "--as-of", description = "Until when to read events; default: now.")
    private Instant asOf;

    @Option(
            names = "--configuration",
            paramLabel = "FILE",
            description =
                    "Names the hub's database (attune.database.url, .user, .password); default: the hub that runs here.")
    private Path configuration;

    @Option(
            names = "--registry",
            paramLabel = "FOLDER",
            description = "Where models are kept; default: mojo-models/registry.")
    private Path registry;

    @Option(
            names = "--definitions",
            paramLabel = "FOLDER",
            description = "Where features and models are defined; default: mojo-models/definitions.")
    private Path definitions;

    @Option(
            names = "--threads",
            defaultValue = "2",
            description = "Equal models need an equal number (default ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--seed", description = "Instead of the definition's.")
    private Long seed;

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = Installation.current();
        DefinedModels models = new DefinedModels(
                Optional.ofNullable(definitions)
                        .orElseGet(() -> installation.root().resolve("mojo-models/definitions")),
                ModelKinds.all());
        List<TrainingResult> results = trainings(installation, models).train(chosen(models));
        new TrainingTable(results).lines().forEach(this::say);
        results.stream().filter(TrainingResult::trained).forEach(this::sayNext);
        return results.stream().allMatch(TrainingResult::trained)
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    private List<String> chosen(DefinedModels models) {
        if (all && (!names.isEmpty() || frame != null)) {
            throw new CommandFailure("--all trains every model, each from a frame of its own: leave out "
                    + (frame == null ? names : "--frame"));
        }
        if (all) {
            return models.names();
        }
        return names.isEmpty() ? List.of("churn") : names;
    }

    private Trainings trainings(Installation installation, DefinedModels models) {
        HubDatabase database = new HubDatabase(this::database);
        Instant end = asOf == null ? clock.instant() : asOf;
        TrainerProcess trainer = new TrainerProcess(installation.trainer());
        Path folder = Optional.ofNullable(registry)
                .orElseGet(() -> installation.root().resolve("mojo-models/registry"));
        return new Trainings(
                models,
                folder,
                (DefinedModel model, Path output, Optional<Path> champion) -> new TrainingRun(
                        model,
                        models.definitions(),
                        database,
                        end,
                        Optional.ofNullable(frame),
                        installation.data().resolve("frames"),
                        output,
                        champion,
                        threads,
                        Optional.ofNullable(seed),
                        trainer,
                        spec.commandLine().getOut()),
                spec.commandLine().getOut());
    }

    private DatabaseConfiguration database() {
        Path file = configuration == null ? Path.of(RunningHub.here().running().configuration()) : configuration;
        return Installation.current().configuration(file).database();
    }

    private void sayNext(TrainingResult result) {
        if (promote) {
            promote(result.model(), result.version().orElseThrow().getFileName().toString());
            return;
        }
        say("To let it score: attune models promote " + result.model() + " "
                + result.version().orElseThrow().getFileName());
    }

    /** As who promotes by hand does, with the same gates; a version that does not pass them stays where it is. */
    private void promote(String model, String version) {
        List<String> arguments = new ArrayList<>(List.of("models", "promote", model, version));
        if (registry != null) {
            arguments.addAll(List.of("--registry", registry.toString()));
        }
        int exit = Attune.commandLine()
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr())
                .execute(arguments.toArray(String[]::new));
        if (exit != CommandLine.ExitCode.OK) {
            say(model + " " + version + " does not score: the champion, if there is one, goes on");
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
