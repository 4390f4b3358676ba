package io.attune.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import io.attune.quality.alert.AlertRule;
import io.attune.quality.alert.AlertRuleReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code quality.yaml}. Used once. */
public final class QualityDefinitionReader {
    private final Definition definition;
    private final List<DefinitionProblem> problems = new ArrayList<>();

    private QualityDefinitionReader(Definition definition) {
        this.definition = definition;
    }

    /**
     * Reads the file.
     *
     * @param folder {@code connectors-config}
     * @throws DefinitionException with every mistake in it
     */
    public static QualityDefinition read(Path folder) {
        DefinitionReader reader = DefinitionReader.withSchema(folder.resolve("schemas/quality.schema.json"));
        return new QualityDefinitionReader(reader.read(folder.resolve("quality.yaml"))).read();
    }

    private QualityDefinition read() {
        JsonNode content = definition.content();
        List<AlertRule> alerts = AlertRuleReader.read(definition, problems);
        QualityDefinition read = new QualityDefinition(
                duration("flush", Duration.ofSeconds(1), Duration.ofHours(1)),
                duration("keep-hours", Duration.ofDays(1), Duration.ofDays(3_650)),
                duration("keep-days", Duration.ofDays(1), Duration.ofDays(36_500)),
                content.path("outliers").path("sample").asInt(),
                expected(content.path("expected")),
                outliers(content.path("outliers")),
                alerts);
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return read;
    }

    private Duration duration(String key, Duration least, Duration most) {
        try {
            Duration duration = Duration.parse(definition.content().path(key).asText());
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeException e) {
            // Told below, as one that is too long or too short is.
        }
        problems.add(definition.problem(
                "/" + key,
                "must be a duration in ISO 8601 from " + least + " to " + most,
                Optional.of(least.toString())));
        return least;
    }

    private static List<ExpectedFields> expected(JsonNode list) {
        List<ExpectedFields> expected = new ArrayList<>();
        for (JsonNode each : list) {
            List<String> fields = new ArrayList<>();
            each.path("fields").forEach(field -> fields.add(field.asText()));
            expected.add(new ExpectedFields(
                    each.path("source").asText("*"), each.path("kind").asText(), fields));
        }
        return expected;
    }

    private static List<OutlierRule> outliers(JsonNode outliers) {
        List<OutlierRule> rules = new ArrayList<>();
        for (JsonNode each : outliers.path("fields")) {
            rules.add(new OutlierRule(
                    each.path("kind").asText(),
                    each.path("field").asText(),
                    each.path("scale").asText("linear").equals("log"),
                    outliers.path("minimum").asInt(),
                    outliers.path("z").asDouble(),
                    outliers.path("fence").asDouble()));
        }
        return rules;
    }
}
