package io.attune.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.attune.scoring.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;

/** Writes the files of a version of a kind that is no plain MOJO. The card comes last and by a rename. */
public final class VersionWriter {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path folder;
    private final String modelFile;
    private final byte[] model;

    /** @param modelFile {@code model.json}, or {@code model.zip} for a MOJO */
    public VersionWriter(Path folder, String modelFile, byte[] model) {
        this.folder = folder;
        this.modelFile = modelFile;
        this.model = model.clone();
    }

    /**
     * A card with what cards of all kinds say; the caller adds data and metrics.
     *
     * @param headline the figure that the version is judged by
     */
    public ObjectNode card(
            String name, String kind, String algorithm, String description, Headline headline, long seed, Instant now) {
        ObjectNode card = JSON.createObjectNode();
        card.put("schema", 1)
                .put("model", name)
                .put("version", folder.getFileName().toString())
                .put("kind", kind)
                .put("algorithm", algorithm)
                .put("description", description)
                .put("digest", ModelFile.digest(model))
                .put("seed", seed)
                .put("trainedAt", now.toString())
                .put("trainedBy", System.getProperty("user.name"));
        card.set("versions", JSON.valueToTree(Map.of("java", System.getProperty("java.version"))));
        ObjectNode metrics = card.putObject("metrics");
        ObjectNode figure = JSON.valueToTree(headline);
        figure.put("beaten", headline.beaten());
        metrics.set("headline", figure);
        return card;
    }

    /** Any record, as a part of a card. */
    public static com.fasterxml.jackson.databind.JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    /**
     * Writes model, page and card.
     *
     * @throws RegistryException when the folder cannot be written
     */
    public void write(String page, ObjectNode card) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(modelFile), model);
            Files.writeString(folder.resolve("card.html"), page);
            Path draft = Files.writeString(folder.resolve(".card.draft"), JSON.writeValueAsString(card) + "\n");
            Files.move(draft, folder.resolve("card.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new RegistryException(folder + " cannot be written: " + failed.getMessage(), failed);
        }
    }
}
