package io.attune.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a secret is kept, {@code env:NAME} or {@code file:/path}, so that it stands in no definition and no argument. */
public final class SecretReference {
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";

    private SecretReference() {}

    /** Whether a text has the form of a reference. */
    public static boolean isOne(String text) {
        return text.startsWith(ENVIRONMENT) || text.startsWith(FILE);
    }

    /**
     * What a reference refers to.
     *
     * @param owner what names the reference, for the message
     * @throws ConfigurationException when there is nothing, or the text is no reference
     */
    public static String resolve(String owner, String reference, Map<String, String> environment) {
        if (reference.startsWith(ENVIRONMENT)) {
            return Optional.ofNullable(environment.get(reference.substring(ENVIRONMENT.length())))
                    .orElseThrow(() -> new ConfigurationException(
                            "CONFIGURATION_REFERENCE_BROKEN",
                            owner + " refers to " + reference
                                    + ", which the environment does not have: set that variable"));
        }
        if (reference.startsWith(FILE)) {
            try {
                return Files.readString(Path.of(reference.substring(FILE.length())))
                        .strip();
            } catch (IOException e) {
                throw new ConfigurationException(
                        "CONFIGURATION_REFERENCE_BROKEN",
                        owner + " refers to " + reference + ", which could not be read: check the path and its rights",
                        e);
            }
        }
        throw new ConfigurationException(
                "CONFIGURATION_REFERENCE_BROKEN",
                owner + " is a secret and takes a reference, env:NAME or file:/path, not the secret itself");
    }
}
