package io.attune.segment;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.attune.profile.AttributeType;
import io.attune.rule.ConditionCompiler;
import io.attune.rule.RuleException;
import io.attune.rule.StructTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compiles rules against what the hub knows of people. Thread-safe. */
public final class RuleCompiler {

    private final ConditionCompiler persons;
    private final ConditionCompiler events;
    private final String hint;

    public RuleCompiler(Vocabulary vocabulary) {
        this.hint = "profile has "
                + String.join(", ", new TreeSet<>(vocabulary.attributes().keySet()))
                + "; rules read attributes that connectors-config/attributes.yaml calls ordinary, with segments: true";
        StructTypes types = types(vocabulary);
        this.persons = new ConditionCompiler(types, List.of("features", "scores", "profile"));
        this.events = new ConditionCompiler(types, List.of("features", "scores", "profile", "event"));
    }

    private static StructTypes types(Vocabulary vocabulary) {
        return StructTypes.of(Map.of(
                "features", StructTypes.struct("attune.Features", features(vocabulary)),
                "scores", StructTypes.struct("attune.Scores", all(vocabulary.scores(), SimpleType.DOUBLE)),
                "profile", StructTypes.struct("attune.Profile", attributes(vocabulary)),
                "event",
                        StructTypes.struct(
                                "attune.Event",
                                Map.of(
                                        "type", SimpleType.STRING,
                                        "amount", SimpleType.DOUBLE,
                                        "currency", SimpleType.STRING))));
    }

    private static Map<String, CelType> features(Vocabulary vocabulary) {
        return ImmutableMap.<String, CelType>builder()
                .putAll(all(vocabulary.features(), SimpleType.DOUBLE))
                .putAll(all(vocabulary.categories(), SimpleType.STRING))
                .buildOrThrow();
    }

    private static Map<String, CelType> attributes(Vocabulary vocabulary) {
        return new TreeMap<>(vocabulary.attributes())
                .entrySet().stream()
                        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, entry -> type(entry.getValue())));
    }

    // Dates are texts in ISO 8601, which compare as they follow each other.
    private static CelType type(AttributeType type) {
        return switch (type) {
            case NUMBER -> SimpleType.DOUBLE;
            case BOOLEAN -> SimpleType.BOOL;
            case TEXT, DATE -> SimpleType.STRING;
        };
    }

    private static Map<String, CelType> all(Set<String> fields, CelType type) {
        return new TreeSet<>(fields).stream().collect(ImmutableMap.toImmutableMap(field -> field, field -> type));
    }

    /**
     * Compiles a rule about a person.
     *
     * @param file what errors name
     * @param text the text of the whole file, and {@code line} that of the rule's key in it, so that errors point there
     * @throws RuleException when it does not parse, uses an unknown name, or is not true or false
     */
    public Rule compile(String file, String text, int line, String rule) throws RuleException {
        return compile(persons, file, text, line, rule);
    }

    /** As {@link #compile}, about a person and an event that has just happened. */
    public Rule compileForEvent(String file, String text, int line, String rule) throws RuleException {
        return compile(events, file, text, line, rule);
    }

    private Rule compile(ConditionCompiler compiler, String file, String text, int line, String rule)
            throws RuleException {
        try {
            return new Rule(compiler.compile(file, text, line, rule));
        } catch (RuleException e) {
            throw e.getMessage().contains("undefined field") && rule.contains("profile.") ? e.with(hint) : e;
        }
    }
}
