package io.attune.it.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/** A copy of what engineers and marketers edit, for a hub whose files a test changes. */
final class Home {
    private static final List<String> FOLDERS = List.of("routes", "connectors-config", "mojo-models", "campaigns");
    private static final Set<String> NOT_AT_RUN_TIME = Set.of("src", "target", "scoring", "trainer", "pom.xml");

    private Home() {}

    static Path copy(Path repository, Path home) {
        try {
            for (String folder : FOLDERS) {
                Files.walkFileTree(repository.resolve(folder), new Copy(repository, home));
            }
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot copy the hub's files to " + home, failed);
        }
    }

    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path repository;
        private final Path home;

        Copy(Path repository, Path home) {
            this.repository = repository;
            this.home = home;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (NOT_AT_RUN_TIME.contains(folder.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(target(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!NOT_AT_RUN_TIME.contains(file.getFileName().toString())) {
                Files.copy(file, target(file), StandardCopyOption.REPLACE_EXISTING);
            }
            return FileVisitResult.CONTINUE;
        }

        private Path target(Path source) {
            return home.resolve(repository.relativize(source).toString());
        }
    }
}
