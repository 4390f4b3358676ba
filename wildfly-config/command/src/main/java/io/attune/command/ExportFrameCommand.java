package io.attune.command;

import io.attune.command.training.DefinedModel;
import io.attune.command.training.DefinedModels;
import io.attune.command.training.FrameFile;
import io.attune.command.training.HubDatabase;
import io.attune.command.training.ModelKinds;
import io.attune.feature.FrameSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the frame of a model, to be learned from elsewhere: in H2O's Python or R, or in anything that reads CSV. */
@Command(
        name = "export-frame",
        description = "Writes the rows that a model is trained on (CSV), to be learned from elsewhere.",
        footer = {
            "",
            "What was learned comes back by: attune models import model.zip --name MODEL [--map FEATURE=COLUMN]"
        },
        mixinStandardHelpOptions = true)
final class ExportFrameCommand implements Callable<Integer> {
    private final Clock clock = Clock.systemUTC();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "A model that mojo-models/definitions/models defines.")
    private String model;

    @Option(names = "--out", paramLabel = "CSV", description = "Where to write; default: MODEL.csv.")
    private Path file;

    @Option(names = "--as-of", description = "Until when to read events; default: now.")
    private Instant asOf;

    @Option(
            names = "--configuration",
            paramLabel = "FILE",
            description = "Names the hub's database; default: the hub that runs here.")
    private Path configuration;

    @Override
    public Integer call() {
        Installation installation = Installation.current();
        Path definitions = installation.root().resolve("mojo-models/definitions");
        DefinedModel defined = new DefinedModels(definitions, ModelKinds.all()).read(model);
        if (!defined.kind().names().contains("churn")) {
            throw new CommandFailure(model + " is of the kind " + defined.kindName()
                    + ", which does not learn from a frame of feature vectors; there is nothing to export");
        }
        Path target = Optional.ofNullable(file).orElseGet(() -> Path.of(model + ".csv"));
        FrameSummary summary = FrameFile.export(
                definitions,
                model,
                new HubDatabase(() -> installation.configuration(hub()).database()),
                asOf == null ? clock.instant() : asOf,
                target);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %d rows of %d people, %d positive%n",
                target.toAbsolutePath(), summary.rows(), summary.people(), summary.positives());
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private Path hub() {
        return configuration == null ? Path.of(RunningHub.here().running().configuration()) : configuration;
    }
}
