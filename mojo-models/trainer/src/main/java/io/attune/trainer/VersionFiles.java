package io.attune.trainer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The files of a version and of a report. The card comes last and by a rename, so that a folder with a card is complete. */
public final class VersionFiles {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private VersionFiles() {}

    public static void writeVersion(Path folder, byte[] mojo, String page, Object card) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("model.zip"), mojo);
            Files.writeString(folder.resolve("card.html"), page);
        } catch (IOException failed) {
            throw new TrainingException(folder + " cannot be written: " + failed.getMessage(), failed);
        }
        writeJson(folder.resolve("card.json"), card);
    }

    public static void writeJson(Path file, Object content) {
        try {
            Path whole = file.toAbsolutePath();
            Files.createDirectories(whole.getParent());
            Path draft = whole.resolveSibling(whole.getFileName() + ".draft");
            Files.writeString(draft, JSON.writeValueAsString(content) + "\n");
            Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new TrainingException(file + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    public static String digest(Path file) {
        try {
            return digest(Files.readAllBytes(file));
        } catch (IOException failed) {
            throw new TrainingException(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    public static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
