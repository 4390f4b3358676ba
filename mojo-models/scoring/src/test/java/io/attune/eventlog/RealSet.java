package io.attune.eventlog;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Public data sets that lie beside the checkout, or where {@code -Dattune.data} says; none of them is in the product. */
public final class RealSet {
    private RealSet() {}

    /** A file of a set. Without it the test is skipped, but fails where CI demands every test. */
    public static Path file(String name) {
        Path folder = Path.of(System.getProperty(
                "attune.data", root().resolve("../shared/data").toString()));
        Path file = folder.resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file) || "true".equals(System.getenv("CI")),
                () -> file + " is not there; -Dattune.data names the folder of the data sets");
        return file;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
