package io.attune.command.frame;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.attune.command.CommandFailure;
import io.attune.command.Installation;
import io.attune.evaluation.Judgement;
import io.attune.frame.FlatFrame;
import io.attune.frame.FrameException;
import io.attune.frame.FrameReader;
import io.attune.scoring.FlatScorer;
import io.attune.scoring.FlatScores;
import io.attune.scoring.ModelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Scores the rows of one's own table, without a hub. */
@Command(
        name = "score-frame",
        hidden = true,
        description = "Scores a table of your own: attune score --model M --frame FILE --out CSV",
        mixinStandardHelpOptions = true)
final class ScoreFrameCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"--model", "--name"},
            required = true,
            paramLabel = "M",
            description = "The model's name in the registry; M/2 is its version 2.")
    private String model;

    @Option(
            names = "--frame",
            required = true,
            paramLabel = "FILE",
            description = "The table: a CSV with a header line.")
    private Path frame;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "Where the outcome is known already: judges the scores by it.")
    private String label;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "CSV",
            description = "Where to write row (0-based) and probability, in the order of the rows.")
    private Path out;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write the figures.")
    private Path report;

    @Option(
            names = "--registry",
            paramLabel = "FOLDER",
            description = "Where models are kept; default: mojo-models/registry.")
    private Path registry;

    @Override
    public Integer call() {
        try {
            score();
            return CommandLine.ExitCode.OK;
        } catch (FrameException | ModelException failed) {
            throw new CommandFailure(failed.getMessage(), failed);
        } catch (IOException failed) {
            throw new CommandFailure("cannot write: " + failed.getMessage(), failed);
        }
    }

    private void score() throws IOException {
        String[] parts = model.split("/", 2);
        Path folder = Optional.ofNullable(registry)
                .orElseGet(() -> Installation.current().root().resolve("mojo-models/registry"));
        FlatScorer scorer = FlatScorer.load(FlatModel.of(folder, parts[0]).version(parts.length > 1 ? parts[1] : ""));
        FlatFrame rows = FrameReader.read(frame);
        FlatScores scores = scorer.score(rows, Optional.ofNullable(label));
        ScoreCsv.write(out, scores);
        if (report != null) {
            Files.createDirectories(report.toAbsolutePath().getParent());
            JSON.writeValue(report.toFile(), ScoreReport.of(scores));
        }
        say(scores);
    }

    private void say(FlatScores scores) {
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.printf(
                Locale.ROOT,
                "%,d rows scored by %s version %s in %.1f s: %s%n",
                scores.scored(),
                scores.model(),
                scores.version(),
                scores.seconds(),
                out);
        scores.declined().ifPresent(reason -> terminal.println("without a score: " + reason));
        if (label != null) {
            terminal.println(scores.judgement()
                    .map(ScoreFrameCommand::figures)
                    .orElse("not judged: the rows whose " + label + " is known are not of both kinds"));
        }
        terminal.flush();
    }

    private static String figures(Judgement judged) {
        return String.format(
                Locale.ROOT,
                "AUC %.4f, average precision %.4f, log-loss %.4f, calibration error %.4f (%,d of %,d positive)",
                judged.auc(),
                judged.prAuc(),
                judged.logLoss(),
                judged.calibration().error(),
                judged.positives(),
                judged.rows());
    }
}
