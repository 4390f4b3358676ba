package io.attune.command.training;

import io.attune.command.CommandFailure;
import io.attune.feature.FrameSummary;
import io.attune.scoring.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What kinds have in common that H2O learns from an exported frame. */
final class FrameTraining {
    private FrameTraining() {}

    /** Exports a frame, unless the run brings one, and lets a main class of the trainer learn from it. */
    static void train(TrainingRun run, String mainClass) throws InterruptedException {
        Path frame = run.frame().orElseGet(() -> export(run));
        List<String> arguments = new ArrayList<>(
                List.of("--definition", run.model().definition().file().toString(), "--frame", frame.toString()));
        arguments.addAll(List.of("--output", run.output().toString(), "--threads", String.valueOf(run.threads())));
        run.champion()
                .filter(folder ->
                        Files.exists(folder.resolve("model.zip")) || Files.exists(folder.resolve("model.json")))
                .ifPresent(folder -> arguments.addAll(List.of("--champion", folder.toString())));
        run.seed().ifPresent(seed -> arguments.addAll(List.of("--seed", seed.toString())));
        run.trainer().run(mainClass, arguments);
    }

    /** What names the rows that a version was judged on. */
    static String digest(Path file) {
        try {
            return ModelFile.digest(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new CommandFailure(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static Path export(TrainingRun run) {
        Path file = run.scratch().resolve(run.model().name() + ".csv");
        FrameSummary summary = FrameFile.export(run.definitions(), run.model().name(), run.database(), run.end(), file);
        run.say("frame: " + summary + " in " + file);
        return file;
    }
}
