package io.attune.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Merges the layers, the later ones winning: defaults, {@code connectors.properties}, the file that {@code attune.configuration}
 * names, the environment, system properties.
 */
final class ConfigurationLoader {
    private static final String PREFIX = "attune.";

    private final Map<String, String> environment;
    private final Map<String, String> properties;

    ConfigurationLoader(Map<String, String> environment, Map<String, String> properties) {
        this.environment = environment;
        this.properties = properties;
    }

    Map<String, String> load() {
        Map<String, String> outer = new LinkedHashMap<>(fromEnvironment());
        properties.forEach((key, value) -> put(outer, key, value, "the system properties"));

        Map<String, String> merged = new LinkedHashMap<>();
        Settings.all().forEach(setting -> setting.defaultValue().ifPresent(value -> merged.put(setting.key(), value)));
        Optional<Path> named =
                Optional.ofNullable(outer.get("attune.configuration")).map(Path::of);
        Map<String, String> fromFile = named.map(ConfigurationLoader::read).orElse(Map.of());

        String home =
                outer.getOrDefault("attune.home", fromFile.getOrDefault("attune.home", merged.get("attune.home")));
        Path connectors = Path.of(home, "connectors-config", "connectors.properties");
        if (Files.exists(connectors)) {
            merged.putAll(read(connectors));
        }
        merged.putAll(fromFile);
        merged.putAll(outer);
        merged.replaceAll(this::resolve);
        return merged;
    }

    private Map<String, String> fromEnvironment() {
        Map<String, String> found = new LinkedHashMap<>();
        Settings.all()
                .forEach(setting -> Optional.ofNullable(environment.get(setting.environmentName()))
                        .ifPresent(value -> found.put(setting.key(), value)));
        return found;
    }

    private static Map<String, String> read(Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "CONFIGURATION_FILE_UNREADABLE",
                    "the configuration file " + file.toAbsolutePath()
                            + " could not be read: check that it exists and its rights",
                    e);
        }
        Map<String, String> found = new LinkedHashMap<>();
        read.stringPropertyNames().forEach(key -> put(found, key, read.getProperty(key), file.toString()));
        return found;
    }

    private static void put(Map<String, String> target, String key, String value, String place) {
        if (!key.startsWith(PREFIX)) {
            return;
        }
        if (Settings.find(key).isEmpty()) {
            throw new ConfigurationException(
                    "CONFIGURATION_KEY_UNKNOWN",
                    "unknown key " + key + " in " + place + ": did you mean " + nearest(key) + "?");
        }
        target.put(key, value.strip());
    }

    private String resolve(String key, String value) {
        boolean secret = Settings.find(key).map(Setting::secret).orElse(false);
        if (secret && SecretReference.isOne(value)) {
            return SecretReference.resolve(key, value, environment);
        }
        return value;
    }

    private static String nearest(String key) {
        return Settings.all().stream()
                .map(Setting::key)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, key)))
                .orElseThrow();
    }
}
