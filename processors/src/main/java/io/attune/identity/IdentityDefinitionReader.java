package io.attune.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
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
            if (form.identifiers().isEmpty()) {
                throw invalid(file, "it names no kind of identifier under 'identifiers'", null);
            }
            return new IdentityDefinition(
                    form.identifiers().stream().map(KindForm::kind).toList(), form.sources(), form.ignored());
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
                        + "; it takes identifiers (a list of kind, joins and maximum-entities), sources (ranks by name)"
                        + " and ignored (lists of values by kind)",
                cause);
    }

    record Form(List<KindForm> identifiers, Map<String, Integer> sources, Map<String, Set<String>> ignored) {
        Form {
            identifiers = Objects.requireNonNullElse(identifiers, List.of());
            sources = Objects.requireNonNullElse(sources, Map.of());
            ignored = Objects.requireNonNullElse(ignored, Map.of());
        }
    }

    record KindForm(
            @JsonProperty(value = "kind", required = true) String name,
            @JsonProperty(value = "joins", required = true) boolean joins,

            @JsonProperty(value = "maximum-entities", required = true)
            int maximumEntities) {
        IdentityDefinition.Kind kind() {
            return new IdentityDefinition.Kind(name, joins, maximumEntities);
        }
    }
}
