package io.attune.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What runs on a data folder, as {@code running.json} in it tells: so that a second start says so, and {@code stop} and
 * {@code status} find it.
 *
 * @param what {@code demo} or {@code start}
 * @param processes process ids by name ({@code command}, {@code sandbox}, {@code server})
 * @param urls addresses by name ({@code hub}, {@code console}, {@code inbox})
 * @param configuration the file with the hub's keys
 */
public record Running(String what, Map<String, Long> processes, Map<String, String> urls, String configuration) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is alive on this data folder; a record whose processes have all ended counts as nothing. */
    public static Optional<Running> on(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), Running.class)).filter(Running::isAlive);
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    file + " cannot be read (" + unreadable.getMessage() + "); if nothing runs, delete it", unreadable);
        }
    }

    /** Refuses when something runs on this data folder already, and says what. */
    public static void requireNothing(Path data) {
        on(data).ifPresent(running -> {
            throw new CommandFailure("already running: " + running.describe()
                    + "\nStop it with ./attune stop, or use another folder: ATTUNE_DATA=/some/folder ./attune …");
        });
    }

    public void write(Path data) {
        try {
            Files.createDirectories(data);
            JSON.writerWithDefaultPrettyPrinter().writeValue(file(data).toFile(), this);
        } catch (IOException failed) {
            throw new CommandFailure("cannot write " + file(data) + ": " + failed.getMessage(), failed);
        }
    }

    public static void clear(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException failed) {
            throw new CommandFailure("cannot delete " + file(data) + ": " + failed.getMessage(), failed);
        }
    }

    @JsonIgnore
    public boolean isAlive() {
        return processes.values().stream().anyMatch(Running::isAlive);
    }

    public static boolean isAlive(long process) {
        return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
    }

    /** One line for a person: what, process ids, addresses. */
    public String describe() {
        return what + " " + processes + " " + urls;
    }

    private static Path file(Path data) {
        return data.resolve("running.json");
    }
}
