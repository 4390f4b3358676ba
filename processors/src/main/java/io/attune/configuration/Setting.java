package io.attune.configuration;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One key of the configuration.
 *
 * @param meaning what it says, with its unit
 * @param example a value that is allowed
 * @param secret whether the value is never shown and may be a reference, {@code file:/path} or {@code env:NAME}
 */
public record Setting(String key, Optional<String> defaultValue, String meaning, String example, boolean secret) {
    public Setting {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(example, "example");
    }

    static Setting optional(String key, String meaning, String example) {
        return new Setting(key, Optional.empty(), meaning, example, false);
    }

    static Setting secret(String key, String meaning) {
        return new Setting(key, Optional.empty(), meaning, "env:" + environmentName(key), true);
    }

    static Setting withDefault(String key, String defaultValue, String meaning) {
        return new Setting(key, Optional.of(defaultValue), meaning, defaultValue, false);
    }

    /** The variable of the environment that sets it, such as {@code ATTUNE_DATABASE_URL}. */
    public String environmentName() {
        return environmentName(key);
    }

    private static String environmentName(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
