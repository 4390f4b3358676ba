package io.attune.sandbox;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A properties file that only its owner may read, written whole or not at all. */
final class PrivateProperties {
    private final Path file;

    PrivateProperties(Path file) {
        this.file = file;
    }

    /** The content in key order; empty when the file does not exist. */
    Map<String, String> read() {
        Map<String, String> content = new TreeMap<>();
        if (!Files.exists(file)) {
            return content;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + file, failure);
        }
        properties.stringPropertyNames().forEach(name -> content.put(name, properties.getProperty(name)));
        return content;
    }

    void write(String title, Map<String, String> content) {
        StringBuilder text = new StringBuilder("# ").append(title).append('\n');
        new TreeMap<>(content)
                .forEach((key, value) -> text.append(key)
                        .append('=')
                        .append(value.replace("\\", "\\\\"))
                        .append('\n'));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            createForOwner(next);
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }

    private static void createForOwner(Path path) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
        }
    }
}
