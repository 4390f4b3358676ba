package io.attune.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Data that is not part of the product: {@code -Dattune.data} or the folder beside the checkout. */
final class SharedData {
    private SharedData() {}

    /** A file of it; where it is absent the test is skipped and says so, except in continuous integration, which must have it. */
    static Path file(String name) {
        Path file = Path.of(System.getProperty("attune.data", "../../shared/data"))
                .resolve(name)
                .toAbsolutePath()
                .normalize();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).as("give the folder with -Dattune.data=").exists();
        }
        Assumptions.assumeTrue(Files.exists(file), file + " is not there; give its folder with -Dattune.data=");
        return file;
    }
}
