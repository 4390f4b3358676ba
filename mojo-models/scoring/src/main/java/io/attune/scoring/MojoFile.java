package io.attune.scoring;

import hex.genmodel.ModelMojoReader;
import hex.genmodel.MojoModel;
import hex.genmodel.MojoReaderBackend;
import hex.genmodel.MojoReaderBackendFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a {@code model.zip}, but only the very bytes whose digest the card names. */
final class MojoFile {

    private MojoFile() {}

    static MojoModel read(Path file, String expectedDigest) {
        byte[] content = content(file);
        String digest = digest(content);
        if (!digest.equals(expectedDigest)) {
            throw new ModelException(
                    ModelException.Code.DIGEST_DIFFERS,
                    file + " is not the file that its card.json describes (" + digest + " instead of " + expectedDigest
                            + "): restore both from the same training");
        }
        return parse(content, file);
    }

    /**
     * Reads a MOJO.
     *
     * @param file that it came from, for the error
     */
    static MojoModel parse(byte[] content, Path file) {
        try {
            MojoReaderBackend backend = MojoReaderBackendFactory.createReaderBackend(
                    new ByteArrayInputStream(content), MojoReaderBackendFactory.CachingStrategy.MEMORY);
            // true: with the metadata (metrics, importances, parameters), which a plain load leaves out.
            return ModelMojoReader.readFrom(backend, true);
        } catch (IOException | RuntimeException e) {
            throw new ModelException(
                    ModelException.Code.MODEL_UNREADABLE,
                    file + " is not a MOJO that this version of h2o-genmodel reads: " + e.getMessage(),
                    e);
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

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Code.MODEL_MISSING,
                    file + " cannot be read: restore it, or name another version in the file champion",
                    e);
        }
    }
}
