package io.attune.identity.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads {@code matching.yaml}. */
public final class MatchingDefinitionReader {
    private static final ObjectMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private MatchingDefinitionReader() {}

    /** The file's definition; every key is needed. */
    public static MatchingDefinition read(Path file) {
        try {
            Form form = YAML.readValue(Files.readString(file), Form.class);
            return new MatchingDefinition(
                    form.thresholds(),
                    form.candidates(),
                    form.clusters(),
                    form.onePerson(),
                    form.strangers(),
                    form.relations(),
                    rules(file, form.blocking()),
                    form.store().store(file));
        } catch (JsonProcessingException e) {
            throw invalid(
                    file, e.getOriginalMessage() + " (line " + e.getLocation().getLineNr() + ")", e);
        } catch (IOException e) {
            throw invalid(file, "it could not be read: check that it exists and its rights", e);
        }
    }

    private static List<BlockingRule> rules(Path file, List<List<String>> blocking) {
        return blocking.stream().map(keys -> rule(file, keys)).toList();
    }

    private static BlockingRule rule(Path file, List<String> keys) {
        return new BlockingRule(keys.stream()
                .map(key -> KeyPart.named(key)
                        .orElseThrow(() -> invalid(
                                file,
                                "blocking knows no '" + key
                                        + "'; it takes an attribute, alone or with .sound, .start, .initial or .letters, names,"
                                        + " names.sound, names.initials, birth_date.year, birth_date.month-day,"
                                        + " birth_date.year-month, email.local, phone.line and phone.end",
                                null)))
                .toList());
    }

    private static AttuneException invalid(Path file, String found, Exception cause) {
        return new AttuneException("MATCHING_DEFINITION_INVALID", ErrorCategory.USER, file + ": " + found, cause);
    }

    record Form(
            MatchingDefinition.Thresholds thresholds,
            MatchingDefinition.Candidates candidates,
            MatchingDefinition.Clusters clusters,
            MatchingDefinition.Expectation onePerson,
            MatchingDefinition.Expectation strangers,
            List<MatchingDefinition.Relation> relations,
            List<List<String>> blocking,
            StoreForm store) {}

    record StoreForm(
            boolean online, int persons, int candidates, int block, int maximumSize, List<List<String>> blocking) {
        MatchingDefinition.Store store(Path file) {
            return new MatchingDefinition.Store(online, persons, candidates, block, maximumSize, rules(file, blocking));
        }
    }
}
