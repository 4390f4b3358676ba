package io.attune.it.environment;

import java.nio.file.Path;
import java.util.Objects;

/** Where the build lies, as Maven tells the tests. */
public final class Repository {
    private Repository() {}

    public static Path root() {
        return property("attune.root");
    }

    /** The folder for what tests write. */
    public static Path target() {
        return property("attune.it.target");
    }

    private static Path property(String name) {
        String value = Objects.requireNonNull(
                System.getProperty(name), () -> "run the integration tests with ./mvnw verify, which sets " + name);
        return Path.of(value).toAbsolutePath().normalize();
    }
}
