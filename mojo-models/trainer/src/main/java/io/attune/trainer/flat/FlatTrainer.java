package io.attune.trainer.flat;

import io.attune.trainer.TrainerProgram;
import io.attune.trainer.VersionFiles;
import io.attune.trainer.VersionOptions;
import io.attune.trainer.learning.Progress;
import io.attune.trainer.learning.SelectionMethod;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The trainer's process for flat frames: reads a CSV, writes a version's folder and a report, and ends. */
@Command(
        name = "attune-flat-trainer",
        description = "Trains a model from a user's own table and writes it with its card.",
        mixinStandardHelpOptions = true)
public final class FlatTrainer implements Callable<Integer> {
    @Option(names = "--frame", required = true, description = "The table (CSV with a header)")
    private Path frame;

    @Option(names = "--label", required = true, description = "The column to predict")
    private String label;

    @Option(names = "--positive", description = "Its value whose probability is predicted")
    private String positive;

    @Option(names = "--ignore", description = "Columns to leave out, parted by commas")
    private Set<String> ignored = new LinkedHashSet<>();

    @Option(
            names = "--as-of",
            description = "The last day that a row may know: a later date in a column stops the training")
    private LocalDate asOf;

    @Option(names = "--select", description = "How columns are chosen: ${COMPLETION-CANDIDATES}; default: all are kept")
    private SelectionMethod select;

    @Option(
            names = "--keep",
            defaultValue = "20",
            description = "How many columns --select keeps; default: ${DEFAULT-VALUE}")
    private int keep;

    @Option(names = "--report", description = "Where to write the report (JSON)")
    private Path report;

    @Option(names = "--repeats", description = "Of the cross-validation; default: 5, and fewer for very many rows")
    private Integer repeats;

    @Mixin
    private VersionOptions version;

    private final Clock clock;

    private FlatTrainer(Clock clock) {
        this.clock = clock;
    }

    /** Ends the process with 0 after success, 1 when training was not possible, 2 for wrong options. */
    public static void main(String[] arguments) {
        TrainerProgram.run(new FlatTrainer(Clock.systemUTC()), arguments);
    }

    @Override
    public Integer call() {
        FlatTask task = new FlatTask(
                frame.toAbsolutePath().normalize(),
                label,
                Optional.ofNullable(positive),
                Set.copyOf(ignored),
                Optional.ofNullable(select).map(method -> new FlatTask.ColumnChoice(method, keep)),
                Optional.ofNullable(asOf),
                version.model,
                version.output.toAbsolutePath().normalize(),
                version.seed,
                Optional.ofNullable(repeats),
                version.threads);
        FlatReport written = new FlatTraining(task, new Progress(System.out), clock).run();
        if (report != null) {
            VersionFiles.writeJson(report, written);
        }
        return CommandLine.ExitCode.OK;
    }
}
