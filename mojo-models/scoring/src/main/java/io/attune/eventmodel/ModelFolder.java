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
 * {@code model.json}, {@code card.json} and {@code card.html}.
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
     * Says what kind the model is.
     *
     * @throws EventLogException when the folder holds a model of another kind, or cannot be written
     */
    public void mark(String kind) {
        if (Files.exists(folder) && !kind().equals(kind)) {
            throw new EventLogException(
                    folder + " holds a model of the kind " + kind() + ", not " + kind + ": choose another name");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(KIND), kind + "\n");
        } catch (IOException e) {
            throw new EventLogException(folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The folder of a version, whether it exists or not. */
    public Path version(int number) {
        return folder.resolve(String.valueOf(number));
    }

    /**
     * The folder of the last version.
     *
     * @throws EventLogException when there is none
     */
    public Path last() {
        return versions().stream()
                .max(Integer::compare)
                .map(this::version)
                .orElseThrow(() ->
                        new EventLogException("There is no model in " + folder + ": train one of this name first"));
    }

    /**
     * Writes a version.
     *
     * @param page the card as HTML
     * @throws EventLogException when the folder holds a model of another kind, or cannot be written
     */
    public Path write(int version, String kind, Object model, Object card, String page) {
        mark(kind);
        Path target = version(version);
        try {
            Files.createDirectories(target);
            JSON.writeValue(target.resolve("model.json").toFile(), model);
            Files.writeString(target.resolve("card.html"), page);
            JSON.writeValue(target.resolve("card.json").toFile(), card);
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
        Path file = last().resolve("model.json");
        if (!kind().equals(kind)) {
            throw new EventLogException(folder + " holds a model of the kind " + kind() + ", not " + kind);
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
