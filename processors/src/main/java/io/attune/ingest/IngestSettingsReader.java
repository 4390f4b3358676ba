package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code limits.yaml} and the order of identifiers in {@code identity.yaml}. */
public final class IngestSettingsReader {
    private static final YAMLMapper YAML = new YAMLMapper();

    private IngestSettingsReader() {}

    /**
     * Reads the settings of the way in.
     *
     * @param folder {@code connectors-config}
     * @throws AttuneException when a file cannot be read or a value in it is not what it must be
     */
    public static IngestSettings read(Path folder, Duration triggerMaximumAge) {
        return new IngestSettings(
                limits(folder.resolve("limits.yaml")),
                strongestFirst(folder.resolve("identity.yaml")),
                triggerMaximumAge);
    }

    private static IngestLimits limits(Path file) {
        Section ingest = new Section(file, tree(file).path("ingest"));
        return new IngestLimits(
                ingest.size("maximum-bytes"),
                ingest.size("maximum-request-bytes"),
                ingest.size("maximum-request-events"),
                ingest.size("maximum-depth"),
                ingest.size("maximum-text-length"),
                ingest.value("maximum-amount").decimalValue(),
                ingest.instant("earliest"),
                ingest.duration("maximum-future"));
    }

    private static List<String> strongestFirst(Path file) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode identifier : tree(file).path("identifiers")) {
            kinds.add(new Section(file, identifier).value("kind").asText());
        }
        return kinds;
    }

    private static JsonNode tree(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AttuneException(
                    "FILE_UNREADABLE", ErrorCategory.USER, file + " cannot be read as YAML: " + e.getMessage(), e);
        }
    }

    private record Section(Path file, JsonNode node) {
        JsonNode value(String key) {
            JsonNode value = node.path(key);
            if (value.isMissingNode() || value.isNull()) {
                throw wrong(key, "a value");
            }
            return value;
        }

        int size(String key) {
            JsonNode value = value(key);
            if (!value.isInt() || value.intValue() < 1) {
                throw wrong(key, "a whole number of at least 1");
            }
            return value.intValue();
        }

        Instant instant(String key) {
            try {
                return Instant.parse(value(key).asText());
            } catch (DateTimeException e) {
                throw wrong(key, "an instant such as 2000-01-01T00:00:00Z");
            }
        }

        Duration duration(String key) {
            try {
                return Duration.parse(value(key).asText());
            } catch (DateTimeException e) {
                throw wrong(key, "a duration such as PT24H");
            }
        }

        private AttuneException wrong(String key, String right) {
            return new AttuneException("LIMITS_BROKEN", ErrorCategory.USER, file + ": " + key + " must be " + right);
        }
    }
}
