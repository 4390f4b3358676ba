package io.attune.profile;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code attributes.yaml} against {@code schemas/attributes.schema.json} beside it. Used once. */
public final class AttributeDefinitionReader {
    private final Definition definition;
    private final Survivorship others;
    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> tokens = new HashSet<>();

    private AttributeDefinitionReader(Definition definition, Survivorship others) {
        this.definition = definition;
        this.others = others;
    }

    /**
     * The file's definitions, or the standard ones where it is absent.
     *
     * @param others what {@code identity.yaml} says of attributes that this file does not name
     * @throws DefinitionException with every mistake
     */
    public static AttributeDefinitions read(Path file, Survivorship others) {
        if (!Files.exists(file)) {
            AttributeDefinitions standard = AttributeDefinitions.standard();
            return standard.with(others.and(standard.survivorship()));
        }
        Definition definition = DefinitionReader.withSchema(file.resolveSibling("schemas/attributes.schema.json"))
                .read(file);
        return new AttributeDefinitionReader(definition, others).read();
    }

    private AttributeDefinitions read() {
        List<AttributeDefinition> attributes = new ArrayList<>();
        JsonNode entries = definition.content().path("attributes");
        for (int place = 0; place < entries.size(); place++) {
            AttributeDefinition attribute = attribute(entries.get(place));
            check(attribute, entries.get(place), "/attributes/" + place);
            attributes.add(attribute);
        }
        if (!problems.isEmpty()) {
            throw new DefinitionException(problems);
        }
        return AttributeDefinitions.of(attributes, others);
    }

    private AttributeDefinition attribute(JsonNode entry) {
        return new AttributeDefinition(
                entry.path("name").asText(),
                entry.path("description").asText(),
                AttributeType.named(entry.path("type").asText()),
                Privacy.named(entry.path("privacy").asText()),
                entry.path("segments").asBoolean(false),
                Optional.ofNullable(entry.path("token").textValue()),
                Survivorship.Rule.named(entry.path("survivorship").asText("newest")),
                entry.path("owner").asText(definition.content().path("owner").asText("")));
    }

    private void check(AttributeDefinition attribute, JsonNode entry, String place) {
        String name = attribute.name();
        if (!names.add(name)) {
            report(place + "/name", "the attribute " + name + " is listed twice");
        }
        if (attribute.owner().isEmpty()) {
            report(place, "nobody answers for " + name + ": give it an owner, or the file one");
        }
        if (attribute.segments() && attribute.privacy() != Privacy.ORDINARY) {
            report(
                    place + "/segments",
                    name + " is " + attribute.privacy().text()
                            + " and therefore encrypted, so that no rule can read it: leave segments out, or make it"
                            + " ordinary if it names nobody");
        }
        attribute.token().ifPresent(token -> checkToken(attribute, token, place + "/token"));
        if (others.rules().containsKey(name)) {
            report(
                    entry.has("survivorship") ? place + "/survivorship" : place + "/name",
                    "identity.yaml has a rule of survivorship for " + name
                            + " too: take it out there, and say it here");
        }
    }

    private void checkToken(AttributeDefinition attribute, String token, String place) {
        if (attribute.privacy() == Privacy.SENSITIVE) {
            report(place, attribute.name() + " is sensitive: no message may say it, so that it has no token");
        }
        if (!tokens.add(token)) {
            report(place, "the token " + token + " stands for another attribute already");
        }
    }

    private void report(String pointer, String message) {
        problems.add(definition.problem(pointer, message, Optional.empty()));
    }
}
