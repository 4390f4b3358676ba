package io.attune.command.training;

import io.attune.command.CommandFailure;
import io.attune.feature.FrameExporter;
import io.attune.feature.FrameSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Models that read a person's feature vector: H2O learns them from an exported frame, and the hub serves them as MOJOs. */
final class VectorKind implements ModelKind {
    private static final String TRAINER = "io.attune.trainer.vector.VectorTrainer";

    @Override
    public Set<String> names() {
        return Set.of(
                "churn", "purchase_propensity", "cart_completion", "click_propensity", "high_value", "lifetime_value");
    }

    @Override
    public String schema() {
        return "model.schema.json";
    }

    @Override
    public boolean scoresProfiles() {
        return true;
    }

    @Override
    public void train(TrainingRun run) throws InterruptedException {
        Path frame = run.frame().orElseGet(() -> export(run));
        List<String> arguments = new ArrayList<>(
                List.of("--definition", run.model().definition().file().toString(), "--frame", frame.toString()));
        arguments.addAll(List.of("--output", run.output().toString(), "--threads", String.valueOf(run.threads())));
        run.champion()
                .filter(folder -> Files.exists(folder.resolve("model.zip")))
                .ifPresent(folder -> arguments.addAll(List.of("--champion", folder.toString())));
        run.seed().ifPresent(seed -> arguments.addAll(List.of("--seed", seed.toString())));
        run.trainer().run(TRAINER, arguments);
    }

    private static Path export(TrainingRun run) {
        Path file = run.scratch().resolve(run.model().name() + ".csv");
        try (Connection connection = run.database().connect()) {
            Files.createDirectories(run.scratch());
            FrameSummary summary =
                    FrameExporter.of(run.definitions(), run.model().name()).export(connection, run.end(), file);
            run.say("frame: " + summary + " in " + file);
            return file;
        } catch (SQLException | IOException failed) {
            throw new CommandFailure("cannot export the frame: " + failed.getMessage(), failed);
        }
    }
}
