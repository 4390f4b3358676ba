package io.attune.trainer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a version's folder. The card comes last and by a rename, so that a folder with a card is complete.
 */
final class ModelWriter {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ModelWriter() {}

    static void write(Path version, byte[] mojo, String page, ModelCard card) {
        try {
            Files.createDirectories(version);
            Files.write(version.resolve("model.zip"), mojo);
            Files.writeString(version.resolve("card.html"), page);
            Path draft = version.resolve("card.json.draft");
            Files.writeString(draft, JSON.writeValueAsString(card) + "\n");
            Files.move(draft, version.resolve("card.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new TrainingException(version + " cannot be written: " + e.getMessage(), e);
        }
    }
}
