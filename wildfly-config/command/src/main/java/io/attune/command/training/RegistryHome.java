package io.attune.command.training;

import io.attune.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of a model in the registry, as a training sees it. */
record RegistryHome(Path folder) {
    private static final String KIND = "kind";
    /** What a folder without that file holds. */
    private static final String MOJO = "mojo";

    /** The folder of the version to be written. */
    Path next() throws IOException {
        return folder.resolve(String.valueOf(last() + 1));
    }

    /** The version that is in use, so that both can be judged on the same rows. */
    Optional<Path> champion() throws IOException {
        Path file = folder.resolve("champion");
        return Files.exists(file)
                ? Optional.of(folder.resolve(Files.readString(file).strip())).filter(Files::isDirectory)
                : Optional.empty();
    }

    /** A folder holds models of one kind only: their readers go by it. */
    void requireKind(DefinedModel model) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        String wanted = model.kind().scoresProfiles() ? MOJO : model.kindName();
        String found = Files.exists(folder.resolve(KIND))
                ? Files.readString(folder.resolve(KIND)).strip()
                : MOJO;
        if (!found.equals(wanted)) {
            throw new CommandFailure(folder + " holds models of the kind " + found + ", and " + model.name()
                    + " is of the kind " + wanted + ": give it another name");
        }
    }

    void mark(DefinedModel model) throws IOException {
        if (!model.kind().scoresProfiles()) {
            Files.writeString(folder.resolve(KIND), model.kindName() + "\n");
        }
    }

    private int last() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.map(version -> version.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        }
    }
}
