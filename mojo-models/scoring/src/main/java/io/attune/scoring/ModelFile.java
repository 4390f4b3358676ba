package io.attune.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a model, of whatever kind, and the digest by which a card knows them. */
public final class ModelFile {
    private ModelFile() {}

    /**
     * Reads a file, but only the very bytes whose digest the card names.
     *
     * @throws ModelException when it is missing, or another
     */
    public static byte[] read(Path file, String expectedDigest) {
        byte[] content = content(file);
        String digest = digest(content);
        if (!digest.equals(expectedDigest)) {
            throw new ModelException(
                    ModelException.Code.DIGEST_DIFFERS,
                    file + " is not the file that its card.json describes (" + digest + " instead of " + expectedDigest
                            + "): restore both from the same training");
        }
        return content;
    }

    /** {@code sha256:} and the hexadecimal digest. */
    public static String digest(byte[] content) {
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
