package io.attune.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model's folder notes about its versions: {@code champion} names the one that scores, {@code history} those that
 * did, a line each with its moment, and {@code challengers} those that score in its shadow. A change is one rename, so that
 * a reader sees the old content or the new.
 */
record VersionNotes(Path home) {

    Optional<String> champion() {
        return read("champion").map(String::strip);
    }

    List<String> challengers() {
        return lines("challengers")
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The version that scored before the champion. */
    Optional<String> previous() {
        String champion = champion().orElse("");
        List<String> history = lines("history")
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        int last = history.lastIndexOf(champion);
        for (int index = (last < 0 ? history.size() : last) - 1; index >= 0; index--) {
            if (!history.get(index).equals(champion)) {
                return Optional.of(history.get(index));
            }
        }
        return Optional.empty();
    }

    void activate(String version, Instant at) {
        String line = at + " " + version;
        try {
            List<String> present = lines("history").toList();
            boolean noted =
                    !present.isEmpty() && present.get(present.size() - 1).equals(line);
            if (!noted) {
                List<String> lines = new ArrayList<>();
                champion().filter(champion -> present.isEmpty()).ifPresent(champion -> lines.add(at + " " + champion));
                lines.add(line);
                Files.write(home.resolve("history"), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            replace("champion", version + "\n");
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    void challenge(List<String> versions) {
        try {
            if (versions.isEmpty()) {
                Files.deleteIfExists(home.resolve("challengers"));
            } else {
                replace("challengers", String.join("\n", versions) + "\n");
            }
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    // A draft of one's own, since nodes may share a folder.
    private void replace(String name, String content) throws IOException {
        Path draft = home.resolve("." + name + "-" + ProcessHandle.current().pid() + ".draft");
        Files.writeString(draft, content);
        Files.move(draft, home.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Stream<String> lines(String name) {
        return read(name).stream().flatMap(String::lines);
    }

    private Optional<String> read(String name) {
        Path file = home.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException failed) {
            throw new RegistryException(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private RegistryException unwritable(IOException failed) {
        return new RegistryException(home + " cannot be written: " + failed.getMessage(), failed);
    }
}
