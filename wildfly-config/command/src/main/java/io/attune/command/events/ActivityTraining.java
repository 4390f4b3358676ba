package io.attune.command.events;

import io.attune.command.CommandFailure;
import io.attune.command.Installation;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventmodel.ActivityFrame;
import io.attune.eventmodel.ActivityMoments;
import io.attune.eventmodel.ActivityScore;
import io.attune.eventmodel.ModelFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Writes the frames of a log and has the trainer learn from them, in a process of its own. */
record ActivityTraining(EventOptions options, Terminal terminal, int threads, long seed) {

    int train(EventLog log, Moment asOf) throws InterruptedException {
        Horizon horizon = options.horizon();
        ActivityMoments moments = ActivityMoments.of(log, asOf, horizon);
        ModelFolder folder = options.folder();
        folder.mark(ActivityScore.KIND);
        Path version = folder.version(folder.nextVersion());
        try {
            Path frames = Files.createTempDirectory("attune-events");
            try {
                learn(new ActivityFrame(log, horizon), moments, frames, version);
            } finally {
                delete(frames);
            }
            Path card = version.resolve("card.json");
            if (options.report().isPresent()) {
                Path report = options.report().get().toAbsolutePath();
                Files.createDirectories(report.getParent());
                Files.copy(card, report, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new CommandFailure("cannot write the frames or the report: " + failed.getMessage(), failed);
        }
        terminal.say("written: " + version);
        return CommandLine.ExitCode.OK;
    }

    private void learn(ActivityFrame frame, ActivityMoments moments, Path frames, Path version)
            throws InterruptedException {
        Optional<Path> judged =
                moments.judged().map(moment -> write(frame, frames.resolve("judged.csv"), List.of(moment)));
        Path learned =
                write(frame, frames.resolve("learned.csv"), judged.isPresent() ? moments.learned() : moments.kept());
        boolean again = judged.isPresent() && !moments.kept().equals(moments.learned());
        List<String> command = new ArrayList<>(command(learned, version));
        judged.ifPresent(file -> command.addAll(List.of("--judged", file.toString())));
        if (again) {
            Path kept = write(frame, frames.resolve("kept.csv"), moments.kept());
            command.addAll(List.of("--again", kept.toString()));
        }
        int exit = run(command);
        if (exit != 0) {
            throw new CommandFailure("training ended with exit code " + exit + "; nothing was registered");
        }
    }

    private Path write(ActivityFrame frame, Path file, List<Moment> moments) {
        int rows = frame.write(file, moments);
        terminal.say(String.format(
                Locale.ROOT,
                "%s: %,d rows as of %s",
                file.getFileName().toString().replace(".csv", ""),
                rows,
                moments.size() == 1
                        ? moments.get(0)
                        : moments.size() + " moments, " + moments.get(moments.size() - 1) + " to " + moments.get(0)));
        return file;
    }

    private List<String> command(Path learned, Path version) {
        Path trainer = Installation.current().trainer();
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx2g",
                // H2O looks into the JVM's own classes.
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                trainer + File.pathSeparator + trainer.resolveSibling("lib") + File.separator + "*",
                "io.attune.trainer.events.EventTrainer",
                "--frame",
                learned.toString(),
                "--model",
                options.name(),
                "--horizon",
                options.horizon().toString(),
                "--output",
                version.toString(),
                "--threads",
                String.valueOf(threads),
                "--seed",
                String.valueOf(seed));
    }

    private static int run(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failed) {
            throw new CommandFailure("cannot start the trainer: " + failed.getMessage(), failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
