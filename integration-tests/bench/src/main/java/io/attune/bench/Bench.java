package io.attune.bench;

import io.attune.bench.batch.BatchPart;
import io.attune.bench.forests.ForestsPart;
import io.attune.bench.identity.IdentityPart;
import io.attune.bench.infer.InferPart;
import io.attune.bench.profile.ProfilePart;
import io.attune.bench.scoring.ScoringPart;
import io.attune.bench.tracking.ServerPart;
import io.attune.command.ProgressBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command that {@code integration-tests/bench/run} starts. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures Attune beside baselines, turn by turn in one run, and prints the ratios.",
        footer =
                "%nParts: scoring, forests and identity (no database), profile (Kafka and PostgreSQL), batch (PostgreSQL), infer and server (the provisioned server)")
final class Bench implements Callable<Integer> {
    /** The parts, in the order in which they run. */
    private enum Subject {
        scoring,
        forests,
        identity,
        profile,
        batch,
        infer,
        server;

        Part part() {
            return switch (this) {
                case scoring -> new ScoringPart();
                case forests -> new ForestsPart();
                case identity -> new IdentityPart();
                case profile -> new ProfilePart();
                case batch -> new BatchPart();
                case infer -> new InferPart();
                case server -> new ServerPart();
            };
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "PART",
            description = "What to measure: ${COMPLETION-CANDIDATES}; all if none is named")
    private Set<Subject> subjects = new LinkedHashSet<>();

    @Option(names = "--rounds", defaultValue = "5", description = "How many rounds count (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--profiles",
            defaultValue = "100000",
            description = "How many profiles the part batch scores (${DEFAULT-VALUE})")
    private int profiles;

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the table into a file as well")
    private Optional<Path> report = Optional.empty();

    private final CommandLine command;

    private Bench() {
        command = new CommandLine(this);
    }

    public static void main(String... arguments) {
        int exit = new Bench().command.execute(arguments);
        // Kafka's clients and Camel may hold threads a little longer.
        System.exit(exit);
    }

    @Override
    public Integer call() throws IOException {
        requireOne("--rounds", rounds);
        requireOne("--profiles", profiles);
        Workbench workbench = new Workbench(
                Path.of(System.getProperty("attune.root")),
                Path.of(System.getProperty("attune.it.target")),
                rounds,
                profiles,
                ProgressBar.onStandardOutput());
        List<Comparison> comparisons = new ArrayList<>();
        for (Subject subject : subjects.isEmpty() ? EnumSet.allOf(Subject.class) : subjects) {
            comparisons.addAll(subject.part().measure(workbench));
        }
        String table = Report.of(comparisons, rounds);
        System.out.println("\n" + table);
        if (report.isPresent()) {
            Files.writeString(report.get(), table);
        }
        return 0;
    }

    private void requireOne(String option, int value) {
        if (value < 1) {
            throw new CommandLine.ParameterException(command, option + " is " + value + "; at least 1 is needed");
        }
    }
}
