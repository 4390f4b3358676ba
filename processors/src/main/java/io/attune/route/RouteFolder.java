package io.attune.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of the route files. A name that starts with a dot (an editor's swap file) is no route file. */
record RouteFolder(Path root) {
    private static final String SUFFIX = ".camel.yaml";

    /** The route files below the folder, relative to it and in the order of their names. */
    List<String> files() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(RouteFolder::isRouteFile)
                    .filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }

    /** The text of a file; absent when it went away since it was listed. */
    Optional<String> read(String file) throws RouteFileException {
        try {
            return Optional.of(Files.readString(root.resolve(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedInputException e) {
            throw new RouteFileException("is not text in UTF-8", e);
        } catch (IOException e) {
            throw new RouteFileException("cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isRouteFile(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(SUFFIX) && !name.startsWith(".");
    }
}
