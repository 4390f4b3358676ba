package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStorePasswordTest {
    @TempDir
    private Path node;

    @Test
    void isMadeOnceForANode() {
        KeyStorePassword made = KeyStorePassword.of(node, new SecureRandom());

        assertThat(KeyStorePassword.of(node, new SecureRandom())).isEqualTo(made);
        assertThat(made.text()).hasSize(48);
    }

    @Test
    void differsFromNodeToNode() throws IOException {
        Path other = Files.createDirectory(node.resolve("other"));

        assertThat(KeyStorePassword.of(node, new SecureRandom()))
                .isNotEqualTo(KeyStorePassword.of(other, new SecureRandom()));
    }

    @Test
    void isReadableForTheOwnerOnly() throws IOException {
        KeyStorePassword.of(node, new SecureRandom());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(node.resolve("keystore-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotWrittenByChance() {
        KeyStorePassword made = KeyStorePassword.of(node, new SecureRandom());

        assertThat(made.toString()).doesNotContain(made.text());
    }
}
