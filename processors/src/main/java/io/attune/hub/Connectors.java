package io.attune.hub;

import io.attune.error.AttuneException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up what changes in {@code connectors-config} while the hub runs: mappings and schemas, the forms of files, tables,
 * identity, attributes, and what watches quality. Kamelets go with the routes; limits, matching and the configuration are read at the start. Thread-safe.
 */
public final class Connectors {
    private static final Logger LOG = LoggerFactory.getLogger(Connectors.class);

    private final Path folder;
    private final List<Runnable> readers;
    private Map<String, Version> seen;
    private volatile Optional<String> problem = Optional.empty();

    /** @param readers each reads a part of the folder anew, and throws when it is wrong */
    Connectors(Path folder, List<Runnable> readers) {
        this.folder = folder;
        this.readers = List.copyOf(readers);
        this.seen = versions();
    }

    /** Compares the folder with what is in use and takes up the difference; what is broken changes nothing. */
    public synchronized void refresh() {
        Map<String, Version> now = versions();
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        List<String> problems = new ArrayList<>();
        for (Runnable reader : readers) {
            try {
                reader.run();
            } catch (AttuneException e) {
                LOG.error("What changed in {} is not taken up: {}", folder, e.getMessage());
                problems.add(e.getMessage());
            }
        }
        problem = Optional.of(String.join("\n", problems)).filter(text -> !text.isEmpty());
    }

    /** Why the folder is not in use as it stands, in words for the engineer who changed it. */
    public Optional<String> problem() {
        return problem;
    }

    private Map<String, Version> versions() {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            Map<String, Version> versions = new TreeMap<>();
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                versions.put(
                        file.toString(),
                        new Version(attributes.lastModifiedTime().toMillis(), attributes.size()));
            }
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + folder, e);
        }
    }

    private record Version(long modified, long size) {}
}
