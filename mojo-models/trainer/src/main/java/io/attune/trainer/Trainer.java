package io.attune.trainer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import water.H2O;

/** The trainer's process: reads a frame and a definition, writes {@code model.zip} and {@code card.json}, and ends. */
@Command(
        name = "attune-trainer",
        description = "Trains a model from an exported frame and writes it with its card.",
        mixinStandardHelpOptions = true)
public final class Trainer implements Runnable {

    @Option(names = "--definition", required = true, description = "The model's definition (YAML)")
    private Path definitionFile;

    @Option(names = "--frame", required = true, description = "The exported frame (CSV)")
    private Path frameFile;

    @Option(names = "--output", required = true, description = "The folder to write, such as registry/churn/2")
    private Path output;

    @Option(names = "--champion", description = "The folder of the version in use, to judge on the same rows")
    private Path champion;

    @Option(names = "--model-version", description = "The version's name; by default the name of the folder")
    private String version;

    @Option(names = "--threads", defaultValue = "2", description = "Threads; equal scores need an equal number")
    private int threads;

    @Option(names = "--seed", description = "Instead of the definition's")
    private Long seed;

    private final Clock clock;

    private Trainer(Clock clock) {
        this.clock = clock;
    }

    /** Ends the process with 0 after success, 1 when training was not possible, 2 for wrong options. */
    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Trainer(Clock.systemUTC()));
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof TrainingException) {
                line.getErr().println(failure.getMessage());
            } else {
                failure.printStackTrace(line.getErr());
            }
            return 1;
        });
        int status = command.execute(arguments);
        // H2O's threads would keep the process alive.
        System.exit(status);
    }

    @Override
    public void run() {
        ModelDefinition definition = ModelDefinition.read(definitionFile);
        TrainingFrame frame = TrainingFrame.read(frameFile);
        long chosenSeed = seed == null ? definition.seed() : seed;
        H2oProcess.start(threads);
        TrainedModel trained = new Training(
                        definition, chosenSeed, Optional.ofNullable(champion).map(Champion::read))
                .train(frame);
        ModelCard card = card(definition, trained, chosenSeed);
        ModelWriter.write(output, trained.mojo(), HoldoutPage.html(card, trained, frame), card);
        report(card);
    }

    private ModelCard card(ModelDefinition definition, TrainedModel trained, long chosenSeed) {
        List<Row> rows = trained.split().training();
        Instant first =
                rows.stream().map(Row::asOf).min(Comparator.naturalOrder()).orElseThrow();
        Instant last =
                rows.stream().map(Row::asOf).max(Comparator.naturalOrder()).orElseThrow();
        ModelCard.Data data = new ModelCard.Data(
                first,
                last.plus(definition.horizon()),
                rows.size(),
                Split.people(rows),
                Split.positives(rows),
                digest(frameContent()));
        return new ModelCard(
                1,
                definition.model(),
                version == null ? output.getFileName().toString() : version,
                definition.kind(),
                definition.algorithm(),
                definition.description(),
                definition.label(),
                digest(trained.mojo()),
                definition.requiredFeatures(),
                definition.minimumFeatures(),
                trained.features(),
                data,
                trained.metrics(),
                definition.parameters(),
                chosenSeed,
                threads,
                Map.of("h2o", H2O.ABV.projectVersion(), "java", System.getProperty("java.version")),
                clock.instant());
    }

    private byte[] frameContent() {
        try {
            return Files.readAllBytes(frameFile);
        } catch (IOException e) {
            throw new TrainingException(frameFile + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private void report(ModelCard card) {
        ModelCard.Holdout holdout = card.metrics().holdout();
        System.out.printf(
                "%s %s: learned from %d rows of %d people (%d positive)%n",
                card.model(),
                card.version(),
                card.data().rows(),
                card.data().people(),
                card.data().positives());
        System.out.printf(
                "hold-out: %d people not learned from, as of %s: AUC %.4f, %s alone %.4f%n",
                holdout.rows(), holdout.asOf(), holdout.auc(), holdout.baseline(), holdout.baselineAuc());
        if (holdout.auc() <= holdout.baselineAuc()) {
            System.out.println("It does not beat " + holdout.baseline()
                    + " alone: keep the champion, and learn from more people or a longer history");
        }
        System.out.println("written: " + output.toAbsolutePath());
    }
}
