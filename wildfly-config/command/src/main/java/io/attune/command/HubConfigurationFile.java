package io.attune.command;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The hub's keys in a properties file. Immutable. */
public final class HubConfigurationFile {
    private final Path file;
    private final Properties properties;

    private HubConfigurationFile(Path file, Properties properties) {
        this.file = file;
        this.properties = properties;
    }

    public static HubConfigurationFile read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failed) {
            throw new CommandFailure("cannot read the configuration " + file + ": " + failed.getMessage(), failed);
        }
        return new HubConfigurationFile(file, properties);
    }

    public String get(String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .orElseThrow(() -> new CommandFailure(file + " has no " + key + "; add it"));
    }
}
