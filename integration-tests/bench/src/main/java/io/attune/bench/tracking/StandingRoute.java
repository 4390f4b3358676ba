package io.attune.bench.tracking;

import io.attune.command.Wait;
import io.attune.it.environment.Environment;
import io.attune.it.environment.ManagementBeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A route file that is taken away from a running hub, and put back at the end. */
final class StandingRoute implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path file;
    private final Path aside;

    private StandingRoute(Path file, Path aside) {
        this.file = file;
        this.aside = aside;
    }

    /** Returns when the hub has stopped the route. */
    static StandingRoute of(Environment environment, String name, String route) throws IOException {
        Path file = environment.home().resolve("routes").resolve(name);
        Path aside = environment.folder().resolve(file.getFileName());
        Files.move(file, aside);
        ManagementBeans beans = new ManagementBeans(environment);
        if (!Wait.until(PATIENCE, () -> beans.completed(route).isEmpty())) {
            Files.move(aside, file);
            throw new IllegalStateException(route + " still runs a minute after its file was taken away");
        }
        return new StandingRoute(file, aside);
    }

    @Override
    public void close() throws IOException {
        Files.move(aside, file);
    }
}
