package io.attune.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What guards the key store of a node's own certificate: made on the node's first start and kept in its folder, for the
 * node's owner alone. Immutable.
 */
record KeyStorePassword(String text) {
    private static final String FILE = "keystore-password";
    private static final int BYTES = 24;

    /** The password of the node in this folder; made when there is none yet. */
    static KeyStorePassword of(Path nodeFolder, SecureRandom random) {
        Path file = nodeFolder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file, random);
            }
            return new KeyStorePassword(Files.readString(file).strip());
        } catch (IOException failed) {
            throw new CommandFailure(
                    "cannot keep the key store's password in " + file + ": " + failed.getMessage(), failed);
        }
    }

    private static void make(Path file, SecureRandom random) throws IOException {
        byte[] password = new byte[BYTES];
        random.nextBytes(password);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(password), StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "the key store's password";
    }
}
