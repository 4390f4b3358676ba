package io.attune.segment;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
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

/** Reads {@code campaigns/segments/*.yaml}. */
public final class SegmentDefinitionReader {

    private static final String EXAMPLE = "\"features.orders_90d >= 3\"";

    private final RuleCompiler compiler;
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private SegmentDefinitionReader(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * Reads the definitions.
     *
     * @param campaigns the folder with {@code segments/} and {@code schemas/}
     * @throws DefinitionException with every mistake in every file
     */
    public static SegmentDefinitions read(Path campaigns, RuleCompiler compiler) {
        DefinitionReader reader = DefinitionReader.withSchema(campaigns.resolve("schemas/segment.schema.json"));
        return new SegmentDefinitionReader(compiler).segments(reader.readFolder(campaigns.resolve("segments")));
    }

    private SegmentDefinitions segments(List<Definition> definitions) {
        List<Segment> segments = new ArrayList<>();
        definitions.forEach(definition -> segment(definition).ifPresent(segments::add));
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return new SegmentDefinitions(segments);
    }

    private Optional<Segment> segment(Definition definition) {
        JsonNode content = definition.content();
        String name = content.path("name").asText();
        if (!names.add(name)) {
            problems.add(definition.problem("/name", "the segment " + name + " is defined twice", Optional.empty()));
        }
        try {
            Rule rule = compiler.compile(
                    definition.file().toString(),
                    text(definition.file()),
                    definition.lines().getOrDefault("/rule", 1),
                    content.path("rule").asText());
            return Optional.of(new Segment(
                    name,
                    content.path("title").asText(),
                    content.path("description").asText(),
                    rule));
        } catch (RuleException e) {
            problems.add(new DefinitionProblem(
                    definition.file(), e.line(), "rule", "does not compile\n" + e.getMessage(), Optional.of(EXAMPLE)));
            return Optional.empty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
