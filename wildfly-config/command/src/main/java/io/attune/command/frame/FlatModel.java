package io.attune.command.frame;

import io.attune.command.CommandFailure;
import io.attune.scoring.FlatScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a model in the registry, as far as flat frames need it: {@code <version>/model.zip} and {@code card.json},
 * {@code champion}, and {@code kind}, which keeps the hub from scoring profiles with it.
 *
 * @param folder such as {@code registry/telco}
 */
record FlatModel(Path folder) {
    private static final String KIND = "flat-frame";

    static FlatModel of(Path registry, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new CommandFailure("the name \"" + name
                    + "\" cannot be a model's: use letters, digits, dots, hyphens and underscores");
        }
        return new FlatModel(registry.resolve(name));
    }

    /** The folder for a version to be written: one more than the last. */
    Path nextVersion() {
        int last = versions().stream().mapToInt(Integer::intValue).max().orElse(0);
        return folder.resolve(String.valueOf(last + 1));
    }

    /** Whether the name is another kind's, whose readers would not understand a version of this one. */
    void requireFree() {
        Path kind = folder.resolve("kind");
        if (Files.exists(kind) && !read(kind).equals(KIND)) {
            throw new CommandFailure(
                    folder + " holds a model of the kind " + read(kind) + "; choose another name with --name");
        }
    }

    /** Makes a version the one that scores, unless the folder is one of the hub's own models, which keep theirs. */
    void activate(Path version) {
        boolean hubs = Files.exists(folder.resolve("champion")) && !Files.exists(folder.resolve("kind"));
        if (!hubs) {
            write("kind", KIND);
            write("champion", version.getFileName().toString());
        }
    }

    /** The champion if it was trained from a flat frame, else the last version that was; or the version asked for. */
    Path version(String asked) {
        if (!asked.isEmpty()) {
            return folder.resolve(asked);
        }
        Path champion = folder.resolve("champion");
        if (Files.exists(champion) && FlatScorer.isFlat(folder.resolve(read(champion)))) {
            return folder.resolve(read(champion));
        }
        return versions().stream()
                .sorted(Comparator.reverseOrder())
                .map(number -> folder.resolve(String.valueOf(number)))
                .filter(FlatScorer::isFlat)
                .findFirst()
                .orElseThrow(() -> new CommandFailure("there is no model " + folder.getFileName()
                        + " from a flat frame in "
                        + folder.getParent() + "; train it with: attune train --frame FILE --label COLUMN --name "
                        + folder.getFileName()));
    }

    private List<Integer> versions() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException failed) {
            throw new CommandFailure("cannot list " + folder + ": " + failed.getMessage(), failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new CommandFailure("cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    private void write(String name, String content) {
        try {
            Path draft = folder.resolve("." + name + ".draft");
            Files.writeString(draft, content + "\n");
            Files.move(
                    draft, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new CommandFailure("cannot write " + folder.resolve(name) + ": " + failed.getMessage(), failed);
        }
    }
}
