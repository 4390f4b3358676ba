package io.attune.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.registry.ModelImport;
import io.attune.registry.RegistryException;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What somebody sends as a version: the zip of a version's files as the trainer wrote them, or a MOJO that H2O trained
 * elsewhere, for which a card is written. Nothing of it is in the registry until it has been loaded and verified.
 *
 * @param archive the version's files
 */
@SuppressWarnings("ArrayRecordComponent") // a model of megabytes that nobody compares
record ModelUpload(String model, String version, String digest, byte[] archive) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads an upload.
     *
     * @param work a new folder, which is deleted
     * @param expected {@code sha256:} and the digest of the content, where the sender named it
     * @param features our feature by the column of a MOJO that reads it
     * @param taken versions that a MOJO may not be called
     * @throws AttuneException when it is damaged, is something else, or cannot score
     */
    static ModelUpload read(
            String model,
            byte[] content,
            Optional<String> expected,
            Map<String, String> features,
            Collection<String> taken,
            Path work,
            Clock clock) {
        expected.filter(digest -> !digest.equals(digest(content))).ifPresent(digest -> {
            throw refused(
                    "UPLOAD_BROKEN",
                    "The upload is damaged: its digest is " + digest(content) + ", not " + digest + ". Send it again.");
        });
        Map<String, byte[]> files = VersionArchive.read(content);
        try {
            return files.containsKey("card.json")
                    ? version(model, files, work)
                    : mojo(model, content, files, features, taken, work, clock);
        } catch (ModelException | RegistryException broken) {
            throw new AttuneException(
                    "UPLOAD_REFUSED",
                    ErrorCategory.DATA,
                    "The upload cannot score: " + broken.getMessage().replace(work + "/", ""),
                    broken);
        } finally {
            ModelFiles.delete(work);
        }
    }

    private static ModelUpload version(String model, Map<String, byte[]> files, Path work) {
        JsonNode card = card(files.get("card.json"));
        if (!card.path("model").asText().equals(model)) {
            throw refused(
                    "UPLOAD_REFUSED",
                    "The upload's card.json is of the model \""
                            + card.path("model").asText() + "\", not of " + model + ".");
        }
        VersionArchive.write(files, work);
        ModelCard verified = ModelVersion.verify(work);
        String version = verified.version();
        if (!version.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw refused(
                    "UPLOAD_REFUSED",
                    "The upload's card.json says version \"" + version
                            + "\"; use letters, digits, dots, hyphens and underscores.");
        }
        return new ModelUpload(model, version, verified.digest(), VersionArchive.of(work));
    }

    private static ModelUpload mojo(
            String model,
            byte[] content,
            Map<String, byte[]> files,
            Map<String, String> features,
            Collection<String> taken,
            Path work,
            Clock clock) {
        if (!files.containsKey("model.ini")) {
            throw refused(
                    "UPLOAD_REFUSED",
                    "The upload is neither a version's zip, which holds card.json and model.zip,"
                            + " nor a MOJO, which holds model.ini.");
        }
        try {
            Files.createDirectories(work);
            Path mojo = Files.write(work.resolve("upload.zip"), content);
            Path written = new ModelImport(work, clock).run(mojo, model, features, free(taken));
            ModelCard verified = ModelVersion.verify(written);
            return new ModelUpload(model, verified.version(), verified.digest(), VersionArchive.of(written));
        } catch (IOException failed) {
            throw new UncheckedIOException(work + " cannot be written", failed);
        }
    }

    private static String free(Collection<String> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(String::valueOf)
                .filter(version -> !taken.contains(version))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode card(byte[] content) {
        try {
            return JSON.readTree(new String(content, StandardCharsets.UTF_8));
        } catch (JsonProcessingException broken) {
            throw refused("UPLOAD_REFUSED", "The upload's card.json is no JSON: " + broken.getOriginalMessage());
        }
    }

    static String digest(byte[] content) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static AttuneException refused(String code, String message) {
        return new AttuneException(code, ErrorCategory.DATA, message);
    }
}
