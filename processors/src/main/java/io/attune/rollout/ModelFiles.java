package io.attune.rollout;

import io.attune.registry.RegistryException;
import io.attune.registry.RegistryFolder;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelVersion;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A node's copy of the versions. Thread-safe. */
final class ModelFiles {
    private final Path registry;
    private final RegistryFolder folder;
    private final VersionStore versions;

    ModelFiles(Path registry, RegistryFolder folder, VersionStore versions) {
        this.registry = registry;
        this.folder = folder;
        this.versions = versions;
    }

    /** Loads a version as {@link #fetch} finds it; empty when it is whole but of a kind that scores nobody. */
    Optional<Scorer> load(ModelChange change) {
        Path version = fetch(change);
        return ModelVersion.scoresProfiles(version) ? Optional.of(ModelVersion.load(version)) : Optional.empty();
    }

    /**
     * Sees to it that this node has a version, fetched from the database where it does not.
     *
     * @return its folder
     * @throws io.attune.scoring.ModelException when it is damaged
     * @throws RegistryException when this node has another version of this name, or none can be had
     */
    Path fetch(ModelChange change) {
        Path version = registry.resolve(change.model()).resolve(change.version());
        if (!folder.holds(change.model(), change.version())) {
            byte[] archive = versions.archive(change.model(), change.version())
                    .orElseThrow(() -> new RegistryException(
                            "no node keeps " + change.model() + " " + change.version() + " in the database"));
            put(archive, version);
        }
        String digest = ModelVersion.verify(version).digest();
        if (!digest.equals(change.digest())) {
            throw new RegistryException(version + " is another version than the one that is meant ("
                    + digest + " instead of " + change.digest()
                    + "): move it away, so that this node fetches the right one");
        }
        return version;
    }

    /** Unpacks a version beside the others: under a name of its own first, so that nobody sees half of it. */
    void put(byte[] archive, Path version) {
        Path incoming = incoming();
        try {
            VersionArchive.unpack(archive, incoming);
            ModelVersion.verify(incoming);
            Files.createDirectories(version.getParent());
            mark(incoming, version.resolveSibling("kind"));
            Files.move(incoming, version);
        } catch (IOException failed) {
            if (!Files.isDirectory(version)) {
                throw new UncheckedIOException(version + " cannot be written", failed);
            }
            // Another node that shares the folder was faster.
        } finally {
            delete(incoming);
        }
    }

    /** Readers of a kind that scores nobody find its models by this file. */
    private static void mark(Path version, Path file) throws IOException {
        if (ModelVersion.scoresProfiles(version)) {
            return;
        }
        String kind = ModelCard.read(version.resolve("card.json"))
                .document()
                .path("kind")
                .asText();
        boolean first = isEmpty(file.getParent());
        if (!first && !(Files.exists(file) && Files.readString(file).strip().equals(kind))) {
            throw new RegistryException(
                    file.getParent() + " holds models of another kind than " + kind + ": give this one another name");
        }
        Files.writeString(file, kind + "\n");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** A new place that no reader of the registry looks at. */
    Path incoming() {
        return registry.resolve(".incoming-" + UUID.randomUUID());
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> found = Files.walk(tree)) {
            List<Path> inwards = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inwards) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(tree + " cannot be deleted", failed);
        }
    }
}
