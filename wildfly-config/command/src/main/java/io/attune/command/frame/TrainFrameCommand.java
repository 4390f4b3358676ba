package io.attune.command.frame;

import io.attune.command.CommandFailure;
import io.attune.command.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains from one's own table, without a hub, in a process of its own. */
@Command(
        name = "train-frame",
        hidden = true,
        description = "Trains a model from a table of your own: attune train --frame FILE --label COLUMN --name M",
        mixinStandardHelpOptions = true)
final class TrainFrameCommand implements Callable<Integer> {
    private static final List<String> METHODS = List.of("lasso", "mutual_information", "permutation", "recursive");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--frame",
            required = true,
            paramLabel = "FILE",
            description = "The table: a CSV with a header line.")
    private Path frame;

    @Option(names = "--label", required = true, paramLabel = "COLUMN", description = "The column to predict.")
    private String label;

    @Option(
            names = "--positive",
            paramLabel = "VALUE",
            description =
                    "Its value whose probability is predicted; default: the one that says yes, else the rarer one.")
    private String positive;

    @Option(
            names = "--ignore",
            paramLabel = "COLUMNS",
            description = "Columns to leave out, parted by commas; ids and empty columns are left out by themselves.")
    private List<String> ignored = new ArrayList<>();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The last day that a row may know: a column with a later date stops the training.")
    private LocalDate asOf;

    @Option(
            names = "--select",
            paramLabel = "METHOD",
            description =
                    "How columns are chosen: lasso, mutual_information, permutation or recursive; default: all are kept.")
    private String select;

    @Option(names = "--keep", paramLabel = "N", description = "How many columns --select keeps (default 20).")
    private Integer keep;

    @Option(names = "--name", required = true, paramLabel = "M", description = "The model's name in the registry.")
    private String name;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write the figures.")
    private Path report;

    @Option(
            names = "--registry",
            paramLabel = "FOLDER",
            description = "Where models are kept; default: mojo-models/registry.")
    private Path registry;

    @Option(names = "--seed", description = "Equal seeds give equal models.")
    private Long seed;

    @Option(
            names = "--repeats",
            description = "Of the five-fold cross-validation; default: 5, and fewer from 100,000 rows on.")
    private Integer repeats;

    @Option(names = "--threads", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Override
    public Integer call() throws InterruptedException {
        requireSense();
        Installation installation = Installation.current();
        FlatModel model = FlatModel.of(
                Optional.ofNullable(registry)
                        .orElseGet(() -> installation.root().resolve("mojo-models/registry")),
                name);
        model.requireFree();
        Path version = model.nextVersion();
        int exit = train(installation, version);
        if (exit != CommandLine.ExitCode.OK) {
            return exit;
        }
        model.activate(version);
        spec.commandLine().getOut().println("written: " + version);
        spec.commandLine().getOut().println("score with: attune score --model " + name + " --frame FILE --out CSV");
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private void requireSense() {
        requireAtLeastOne("--repeats", repeats);
        requireAtLeastOne("--keep", keep);
        requireAtLeastOne("--threads", threads);
        if (select != null && !METHODS.contains(select.toLowerCase(Locale.ROOT))) {
            throw wrong("--select is " + select + "; it may be " + String.join(", ", METHODS));
        }
        if (keep != null && select == null) {
            throw wrong("--keep says how many columns --select keeps: name a method, such as --select lasso");
        }
    }

    private void requireAtLeastOne(String option, Integer value) {
        if (value != null && value < 1) {
            throw wrong(option + " is " + value + "; it must be 1 or more");
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private int train(Installation installation, Path version) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + TrainerMemory.megabytes(frame) + "m",
                // H2O looks into the JVM's own classes.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                installation.trainer().toString(),
                "io.attune.trainer.flat.FlatTrainer"));
        command.addAll(List.of("--frame", frame.toString(), "--label", label, "--model", name));
        command.addAll(List.of("--output", version.toString(), "--threads", String.valueOf(threads)));
        option(command, "--repeats", repeats);
        option(command, "--positive", positive);
        option(command, "--as-of", asOf);
        option(command, "--select", select == null ? null : select.toUpperCase(Locale.ROOT));
        option(command, "--keep", keep);
        option(command, "--report", report);
        option(command, "--seed", seed);
        ignored.forEach(columns -> option(command, "--ignore", columns));
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new CommandFailure("cannot start the trainer: " + failed.getMessage(), failed);
        }
    }

    private static void option(List<String> command, String option, Object value) {
        if (value != null) {
            command.add(option + "=" + value);
        }
    }
}
