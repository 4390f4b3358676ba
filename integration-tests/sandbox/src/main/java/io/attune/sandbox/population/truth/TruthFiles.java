package io.attune.sandbox.population.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.population.source.Entity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The truth as files: {@code people.jsonl} (one {@link PersonTruth} a line) and {@code entities.csv} ({@code
 * source;key;person}).
 */
public final class TruthFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PEOPLE = "people.jsonl";
    private static final String ENTITIES = "entities.csv";
    private static final String HEADING = "source;key;person";

    private TruthFiles() {}

    /** Writes {@code truth} into {@code folder}, replacing what was there. */
    public static void write(Truth truth, Path folder) {
        try {
            Files.createDirectories(folder);
            write(folder, truth.people(), truth.entities(), true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the truth into " + folder, e);
        }
    }

    /** Adds people and entities that came later. */
    public static void append(Path folder, List<PersonTruth> people, Map<Entity, String> entities) {
        try {
            write(folder, people, entities, false);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot add to the truth in " + folder, e);
        }
    }

    static Truth read(Path folder) {
        Truth truth = new Truth();
        try {
            for (String line : Files.readAllLines(folder.resolve(PEOPLE))) {
                truth.add(person(JSON.readTree(line)));
            }
            Files.readAllLines(folder.resolve(ENTITIES)).stream().skip(1).forEach(line -> {
                String[] cells = line.split(";", -1);
                truth.add(new Entity(cells[0], cells[1]), cells[2]);
            });
            return truth;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the truth in " + folder, e);
        }
    }

    private static void write(Path folder, List<PersonTruth> people, Map<Entity, String> entities, boolean anew)
            throws IOException {
        OpenOption[] options = anew
                ? new OpenOption[] {
                    StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
                }
                : new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND};
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(PEOPLE), options)) {
            for (PersonTruth person : people) {
                file.write(JSON.writeValueAsString(json(person)));
                file.write('\n');
            }
        }
        try (BufferedWriter file = Files.newBufferedWriter(folder.resolve(ENTITIES), options)) {
            if (anew) {
                file.write(HEADING + "\n");
            }
            for (Map.Entry<Entity, String> entry : entities.entrySet()) {
                Entity entity = entry.getKey();
                file.write(entity.source() + ";" + entity.key() + ";" + entry.getValue() + "\n");
            }
        }
    }

    private static ObjectNode json(PersonTruth person) {
        ObjectNode json = JSON.createObjectNode();
        json.put("person", person.person());
        json.put("household", person.household());
        json.put("alive", person.alive());
        json.put("purchases", person.purchases());
        person.firstPurchaseAt().ifPresent(at -> json.put("firstPurchaseAt", at.toString()));
        person.lastPurchaseAt().ifPresent(at -> json.put("lastPurchaseAt", at.toString()));
        person.droppedOutAt().ifPresent(at -> json.put("droppedOutAt", at.toString()));
        json.put("purchasesAhead", person.purchasesAhead());
        json.put("spent", person.spent());
        ObjectNode traits = json.putObject("traits");
        person.traits().forEach(traits::put);
        return json;
    }

    private static PersonTruth person(JsonNode json) {
        Map<String, String> traits = new LinkedHashMap<>();
        json.get("traits")
                .properties()
                .forEach(trait -> traits.put(trait.getKey(), trait.getValue().asText()));
        return new PersonTruth(
                json.get("person").asText(),
                json.get("household").asText(),
                json.get("alive").asBoolean(),
                json.get("purchases").asInt(),
                instant(json, "firstPurchaseAt"),
                instant(json, "lastPurchaseAt"),
                instant(json, "droppedOutAt"),
                json.get("purchasesAhead").asInt(),
                json.get("spent").asDouble(),
                traits);
    }

    private static Optional<Instant> instant(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText).map(Instant::parse);
    }
}
