package io.attune.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import io.attune.profile.Survivorship;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code identity.yaml} against {@code schemas/identity.schema.json} beside it. */
public final class IdentityDefinitionReader {
    private IdentityDefinitionReader() {}

    /**
     * The file's definition, or the standard one where it is absent.
     *
     * @throws DefinitionException with every mistake
     */
    public static IdentityDefinition read(Path file) {
        if (!Files.exists(file)) {
            return IdentityDefinition.standard();
        }
        Definition definition = DefinitionReader.withSchema(file.resolveSibling("schemas/identity.schema.json"))
                .read(file);
        JsonNode content = definition.content();
        Map<String, Integer> sources = new HashMap<>();
        content.path("sources")
                .properties()
                .forEach(rank -> sources.put(rank.getKey(), rank.getValue().asInt()));
        Map<String, Set<String>> ignored = new HashMap<>();
        content.path("ignored").properties().forEach(kind -> {
            Set<String> values = new HashSet<>();
            kind.getValue().forEach(value -> values.add(value.asText()));
            ignored.put(kind.getKey(), values);
        });
        Map<String, Survivorship.Rule> rules = new HashMap<>();
        content.path("survivorship")
                .properties()
                .forEach(rule -> rules.put(
                        rule.getKey(), Survivorship.Rule.named(rule.getValue().asText())));
        return new IdentityDefinition(kinds(definition), sources, ignored, new Survivorship(rules));
    }

    private static List<IdentityDefinition.Kind> kinds(Definition definition) {
        List<IdentityDefinition.Kind> kinds = new ArrayList<>();
        List<DefinitionProblem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        JsonNode identifiers = definition.content().path("identifiers");
        for (int place = 0; place < identifiers.size(); place++) {
            JsonNode kind = identifiers.get(place);
            String name = kind.path("kind").asText();
            if (!names.add(name)) {
                problems.add(definition.problem(
                        "/identifiers/" + place + "/kind", "the kind " + name + " is listed twice", Optional.empty()));
            }
            kinds.add(new IdentityDefinition.Kind(
                    name,
                    kind.path("joins").asBoolean(),
                    kind.path("unique").asBoolean(false),
                    kind.path("maximum-entities").asInt(IdentityDefinition.Kind.UNLIMITED),
                    kind.path("maximum-persons").asInt(IdentityDefinition.Kind.UNLIMITED)));
        }
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return kinds;
    }
}
