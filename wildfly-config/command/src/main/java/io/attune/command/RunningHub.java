package io.attune.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hub that runs on this installation's data folder, and the command's own way in. */
final class RunningHub {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "command-credentials.json";

    private final Running running;
    private final Credentials credentials;

    private RunningHub(Running running, Credentials credentials) {
        this.running = running;
        this.credentials = credentials;
    }

    /** The running hub of the data folder, or of the demo in it. */
    static RunningHub here() {
        return ifAny().orElseThrow(() -> new CommandFailure("no hub runs on "
                + Installation.current().data() + "; start one with ./attune start or ./attune demo"));
    }

    /** The same, where it may be that none runs. */
    static Optional<RunningHub> ifAny() {
        Path data = Installation.current().data();
        for (Path folder : List.of(data, data.resolve("demo"))) {
            Optional<Running> running = Running.on(folder);
            if (running.isPresent()) {
                return Optional.of(new RunningHub(running.get(), readCredentials(folder)));
            }
        }
        return Optional.empty();
    }

    HubClient client() {
        return new HubClient(URI.create(running.urls().get("hub")), credentials);
    }

    Running running() {
        return running;
    }

    static Path credentialsFile(Path data) {
        return data.resolve(FILE);
    }

    /** Keeps the command's own user in a file that only its owner can read. */
    static void writeCredentials(Path data, Credentials credentials) {
        Path file = credentialsFile(data);
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            JSON.writeValue(file.toFile(), Map.of("user", credentials.user(), "password", credentials.password()));
        } catch (IOException failed) {
            throw new CommandFailure("cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    static Credentials readCredentials(Path data) {
        Path file = credentialsFile(data);
        try {
            return JSON.readValue(file.toFile(), Credentials.class);
        } catch (IOException failed) {
            throw new CommandFailure(
                    "cannot read the command's credentials in " + file + ": " + failed.getMessage(), failed);
        }
    }
}
