package io.attune.ingest.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import io.attune.rule.ConditionCompiler;
import io.attune.rule.RuleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code rules/*.yaml}. Used once. */
public final class RecordRuleReader {
    private static final Optional<String> EXAMPLE = Optional.of("\"record.total >= 0\"");
    private static final Pattern ASKED = Pattern.compile("has\\s*\\(\\s*record\\s*\\.\\s*(\\w+)\\s*\\)");

    private final ConditionCompiler compiler = new ConditionCompiler(RecordTypes.types(), List.of("record"));
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private RecordRuleReader() {}

    /**
     * Reads the rules; there are none where the folder {@code rules} is absent.
     *
     * @param folder {@code connectors-config}
     * @throws DefinitionException with every mistake in every file
     */
    public static RecordRules read(Path folder) {
        Path rules = folder.resolve("rules");
        if (!Files.isDirectory(rules)) {
            return new RecordRules(List.of());
        }
        DefinitionReader reader = DefinitionReader.withSchema(rules.resolve("rules.schema.json"));
        return new RecordRuleReader().rules(reader.readFolder(rules));
    }

    private RecordRules rules(List<Definition> definitions) {
        List<RecordRule> rules = new ArrayList<>();
        for (Definition definition : definitions) {
            String text = text(definition.file());
            JsonNode list = definition.content().path("rules");
            for (int index = 0; index < list.size(); index++) {
                rule(definition, text, list.get(index), "/rules/" + index).ifPresent(rules::add);
            }
        }
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return new RecordRules(rules);
    }

    private Optional<RecordRule> rule(Definition definition, String text, JsonNode rule, String pointer) {
        String name = rule.path("name").asText();
        if (!names.add(name)) {
            problems.add(
                    definition.problem(pointer + "/name", "the rule " + name + " is defined twice", Optional.empty()));
        }
        Set<String> sources = new HashSet<>();
        rule.path("sources").forEach(source -> sources.add(source.asText()));
        Optional<Condition> when =
                rule.has("when") ? condition(definition, text, rule, pointer, "when") : Optional.empty();
        return condition(definition, text, rule, pointer, "holds")
                .map(holds -> new RecordRule(
                        name,
                        rule.path("message").asText(),
                        Severity.of(rule.path("severity").asText()),
                        sources,
                        reads(rule.path("when").asText()
                                + ' '
                                + rule.path("holds").asText()),
                        when,
                        holds));
    }

    private Optional<Condition> condition(
            Definition definition, String text, JsonNode rule, String pointer, String key) {
        String expression = rule.path(key).asText();
        try {
            return Optional.of(Condition.of(
                    compiler.compile(
                            definition.file().toString(),
                            text,
                            definition.lines().getOrDefault(pointer + '/' + key, 1),
                            expression),
                    expression));
        } catch (RuleException e) {
            problems.add(new DefinitionProblem(
                    definition.file(),
                    e.line(),
                    pointer.substring(1) + '/' + key,
                    "does not compile\n" + e.getMessage(),
                    EXAMPLE));
            return Optional.empty();
        }
    }

    /** Fields that are read, and of which no {@code has} asks whether they are there. */
    private static Set<String> reads(String expressions) {
        Set<String> asked = new HashSet<>();
        Matcher asking = ASKED.matcher(expressions);
        while (asking.find()) {
            asked.add(asking.group(1));
        }
        Set<String> read = Condition.named(ASKED.matcher(expressions).replaceAll(""));
        read.removeAll(asked);
        return read;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
