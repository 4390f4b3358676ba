package io.attune.eventmodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.attune.eventlog.EventLogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model's folder in the registry, when the model is no MOJO: the file {@code kind}, and a folder for each version with
 * {@code model.json} and {@code card.json}.
 *
 * @param folder such as {@code registry/value}
 */
public record ModelFolder(Path folder) {
    private static final String KIND = "kind";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * Finds the folder of a model.
     *
     * @throws EventLogException when the name cannot be that of a folder
     */
    public static ModelFolder of(Path registry, String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new EventLogException("The name \"" + name
                    + "\" cannot be a model's: use letters, digits, dots, hyphens and underscores");
        }
        return new ModelFolder(registry.resolve(name));
    }

    /** The number for a version to be written: one more than the last. */
    public int nextVersion() {
        return versions().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    }

    /** The kind of the model; {@code mojo} when the folder does not say. */
    public String kind() {
        Path file = folder.resolve(KIND);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "mojo";
        } catch (IOException e) {
            throw new EventLogException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Writes a version: its files first, then what makes them a model.
     *
     * @throws EventLogException when the folder holds a model of another kind, or cannot be written
     */
    public Path write(int version, String kind, Object model, Object card) {
        if (Files.exists(folder) && !kind().equals(kind)) {
            throw new EventLogException(
                    folder + " holds a model of the kind " + kind() + ", not " + kind + ": choose another name");
        }
        Path target = folder.resolve(String.valueOf(version));
        try {
            Files.createDirectories(target);
            JSON.writeValue(target.resolve("model.json").toFile(), model);
            JSON.writeValue(target.resolve("card.json").toFile(), card);
            Files.writeString(folder.resolve(KIND), kind + "\n");
            return target;
        } catch (IOException e) {
            throw new EventLogException(target + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Reads the model of the last version.
     *
     * @throws EventLogException when there is none of this kind
     */
    public <T> T readLast(String kind, Class<T> type) {
        int last = nextVersion() - 1;
        Path file = folder.resolve(String.valueOf(last)).resolve("model.json");
        if (!kind().equals(kind) || !Files.exists(file)) {
            throw new EventLogException(
                    folder + " holds no model of the kind " + kind + ": train one with this name first");
        }
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new EventLogException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What a record says, as JSON. */
    public static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    /** Writes a report. */
    public static void writeJson(Path file, Object content) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            JSON.writeValue(file.toFile(), content);
        } catch (IOException e) {
            throw new EventLogException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private List<Integer> versions() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}"))
                    .map(Integer::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new EventLogException(folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
