package io.attune.release;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The definitions of a home: the SHA-256 of every file, by path.
 *
 * @param hash SHA-256 over paths and hashes, hexadecimal
 */
public record Manifest(String hash, SortedMap<String, String> files) {
    private static final List<String> FOLDERS =
            List.of("routes", "connectors-config", "mojo-models/definitions", "mojo-models/registry", "campaigns");

    /** What a build leaves in the same folders of a checkout is no definition. */
    private static final Pattern NO_DEFINITION = Pattern.compile(
            "(routes|campaigns|connectors-config)/(src|target|node_modules)/.*|.*/pom\\.xml|(.*/)?\\.[^/]*(/.*)?");

    public static Manifest of(Path home) {
        TreeMap<String, String> files = new TreeMap<>();
        for (String folder : FOLDERS) {
            Path root = home.resolve(folder);
            if (Files.isDirectory(root)) {
                read(home, root, files);
            }
        }
        MessageDigest digest = sha256();
        files.forEach((path, hash) -> digest.update((path + '\n' + hash + '\n').getBytes(StandardCharsets.UTF_8)));
        return new Manifest(HexFormat.of().formatHex(digest.digest()), files);
    }

    private static void read(Path home, Path root, TreeMap<String, String> files) {
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                String path = home.relativize(file).toString().replace('\\', '/');
                if (!NO_DEFINITION.matcher(path).matches()) {
                    files.put(path, HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))));
                }
            }
        } catch (IOException e) {
            throw new AttuneException(
                    "RELEASE_UNREADABLE",
                    ErrorCategory.USER,
                    "the definitions under " + root + " could not be read: check that they exist and their rights",
                    e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
