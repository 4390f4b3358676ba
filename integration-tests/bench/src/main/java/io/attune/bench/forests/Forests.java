package io.attune.bench.forests;

import hex.genmodel.MojoModel;
import io.attune.bench.Workbench;
import io.attune.command.ChildProcess;
import io.attune.command.Installation;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Models that the trainer's own tests know how to train, each kind of forest once. */
record Forests(Path folder) {
    private static final String PROGRAM = "io.attune.trainer.SyntheticForests";

    /** Trains them in a process of its own, where the class path is the trainer's. */
    static Forests train(Workbench workbench) {
        Path folder = workbench.folder().resolve("forests");
        Path trainer = new Installation(workbench.root(), workbench.folder()).trainer();
        Path log = workbench.folder().resolve("forests.log");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                PROGRAM,
                folder.toString());
        Map<String, String> classPath =
                Map.of("CLASSPATH", trainer.resolveSibling("test-classes") + File.pathSeparator + trainer);
        try (ChildProcess process = ChildProcess.start("trainer", command, classPath, log)) {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new IllegalStateException("the trainer ended with " + exit + "; its log is " + log);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while training", interrupted);
        }
        return new Forests(folder);
    }

    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".zip", ""))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    MojoModel model(String name) {
        try {
            return MojoModel.load(folder.resolve(name + ".zip").toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
