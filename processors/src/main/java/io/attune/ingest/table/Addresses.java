package io.attune.ingest.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.configuration.SecretReference;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the databases of definitions are: as they say themselves, or by keys of the configuration that they name,
 * {@code {{attune.pos.url}}}. Immutable.
 */
public final class Addresses {
    private static final Pattern KEY = Pattern.compile("\\{\\{\\s*([a-z0-9.-]+)\\s*}}");

    private final Map<String, String> configuration;
    private final Map<String, String> environment;

    /**
     * Takes what they may name.
     *
     * @param configuration every key that has a value
     * @param environment where {@code env:NAME} looks
     */
    public Addresses(Map<String, String> configuration, Map<String, String> environment) {
        this.configuration = Map.copyOf(configuration);
        this.environment = Map.copyOf(environment);
    }

    /** The text, or the value of the key that it names; absent when that has none. */
    Optional<String> text(String text) {
        Matcher key = KEY.matcher(text);
        return key.matches() ? Optional.ofNullable(configuration.get(key.group(1))) : Optional.of(text);
    }

    /**
     * The database of a definition; absent while a key that it names has no value.
     *
     * @throws io.attune.configuration.ConfigurationException when its password is no reference, or one to nothing
     */
    Optional<TableDatabase> of(JsonNode database) {
        if (database.has("jndi")) {
            return Optional.of(
                    new TableDatabase(Optional.of(database.path("jndi").asText()), "", "", ""));
        }
        String password = database.path("password").asText();
        Optional<String> url = text(database.path("url").asText());
        Optional<String> user = text(database.path("user").asText());
        Optional<String> secret = KEY.matcher(password).matches()
                ? text(password)
                : Optional.of(SecretReference.resolve("password", password, environment));
        return url.isPresent() && user.isPresent() && secret.isPresent()
                ? Optional.of(new TableDatabase(Optional.empty(), url.get(), user.get(), secret.get()))
                : Optional.empty();
    }
}
