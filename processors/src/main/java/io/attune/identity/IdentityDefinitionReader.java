package io.attune.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads {@code identity.yaml}. */
public final class IdentityDefinitionReader {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private IdentityDefinitionReader() {}

    /** The file's definition, or the standard one where it is absent. */
    public static IdentityDefinition read(Path file) {
        if (!Files.exists(file)) {
            return IdentityDefinition.standard();
        }
        try {
            Form form = YAML.readValue(Files.readString(file), Form.class);
            if (form.kinds().isEmpty()) {
                throw invalid(file, "it names no kind of identifier under 'kinds'", null);
            }
            return new IdentityDefinition(form.kinds(), form.sources(), form.ignored());
        } catch (JsonProcessingException e) {
            throw invalid(
                    file, e.getOriginalMessage() + " (line " + e.getLocation().getLineNr() + ")", e);
        } catch (IOException e) {
            throw invalid(file, "it could not be read: check its rights", e);
        }
    }

    private static AttuneException invalid(Path file, String found, Exception cause) {
        return new AttuneException(
                "IDENTITY_DEFINITION_INVALID",
                ErrorCategory.USER,
                file + ": " + found
                        + "; it takes kinds (a list of {name, joins}), sources (a list, the most trusted last)"
                        + " and ignored (lists of values by kind)",
                cause);
    }

    record Form(List<IdentityDefinition.Kind> kinds, List<String> sources, Map<String, Set<String>> ignored) {
        Form {
            kinds = Objects.requireNonNullElse(kinds, List.of());
            sources = Objects.requireNonNullElse(sources, List.of());
            ignored = Objects.requireNonNullElse(ignored, Map.of());
        }
    }
}
