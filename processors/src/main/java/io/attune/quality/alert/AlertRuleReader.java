package io.attune.quality.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads the alerts of {@code quality.yaml}. */
public final class AlertRuleReader {
    private AlertRuleReader() {}

    /**
     * Reads them.
     *
     * @param problems takes the mistakes that the schema cannot see
     */
    public static List<AlertRule> read(Definition definition, List<DefinitionProblem> problems) {
        List<AlertRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        JsonNode list = definition.content().path("alerts");
        for (int index = 0; index < list.size(); index++) {
            AlertRule rule = rule(list.get(index));
            String place = "/alerts/" + index;
            if (!names.add(rule.name())) {
                problems.add(definition.problem(
                        place + "/name", "the alert " + rule.name() + " is defined twice", Optional.empty()));
            }
            mistake(rule).ifPresent(message -> problems.add(definition.problem(place, message, Optional.empty())));
            rules.add(rule);
        }
        return rules;
    }

    private static AlertRule rule(JsonNode rule) {
        return new AlertRule(
                rule.path("name").asText(),
                rule.path("source").asText("*"),
                Figure.of(rule.path("figure").asText()),
                rule.path("kind").asText(""),
                rule.path("field").asText(""),
                number(rule, "above"),
                number(rule, "below"),
                rule.has("change") ? Optional.of(change(rule.path("change"))) : Optional.empty(),
                rule.path("minimum-records").asLong(50),
                rule.path("open-after").asInt(2),
                rule.path("close-after").asInt(5),
                rule.path("margin").asDouble(0.1));
    }

    private static OptionalDouble number(JsonNode rule, String key) {
        return rule.has(key) ? OptionalDouble.of(rule.path(key).asDouble()) : OptionalDouble.empty();
    }

    private static AlertRule.Change change(JsonNode change) {
        return new AlertRule.Change(
                change.path("z").asDouble(),
                AlertRule.Direction.valueOf(
                        change.path("direction").asText("both").toUpperCase(Locale.ROOT)),
                change.path("minimum-history").asInt(7));
    }

    private static Optional<String> mistake(AlertRule rule) {
        if (rule.above().isEmpty() && rule.below().isEmpty() && rule.change().isEmpty()) {
            return Optional.of("needs above, below or change: else nothing is ever alarming");
        }
        if (rule.figure() == Figure.COMPLETENESS
                && (rule.kind().isEmpty() || rule.field().isEmpty())) {
            return Optional.of("completeness needs kind and field, such as kind: customer and field: email");
        }
        if (rule.figure() == Figure.FRESHNESS && rule.change().isPresent()) {
            return Optional.of("freshness takes above only: it grows until the next record comes");
        }
        return Optional.empty();
    }
}
