package io.attune.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.error.AttuneException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysetFileTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("data/keyset.json");
    }

    @Test
    void keysAreGeneratedOnceAndReadableByTheirOwnerOnly() throws IOException {
        byte[] ciphertext = new KeysetFile(file()).open().encrypt("Ann", "attribute:given_name");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(new KeysetFile(file()).open().decrypt(ciphertext, "attribute:given_name"))
                .isEqualTo("Ann");
        assertThat(new String(ciphertext, StandardCharsets.ISO_8859_1)).doesNotContain("Ann");
    }

    @Test
    void aRotatedKeysetReadsWhatOlderKeysWroteAndFindsTheSameHashes() {
        Encryption before = new KeysetFile(file()).open();
        byte[] old = before.encrypt("Ann", "x");
        new KeysetFile(file()).rotate();
        Encryption after = new KeysetFile(file()).open();
        assertThat(after.decrypt(old, "x")).isEqualTo("Ann");
        assertThat(after.hash("email", "ann@example.com")).isEqualTo(before.hash("email", "ann@example.com"));
        assertThat(before.hash("email", "1"))
                .isNotEqualTo(before.hash("phone", "1"))
                .hasSize(32);
        byte[] fresh = after.encrypt("Ann", "x");
        assertThat(List.of(fresh[1], fresh[2], fresh[3], fresh[4]))
                .isNotEqualTo(List.of(old[1], old[2], old[3], old[4]));
        assertThatThrownBy(() -> before.decrypt(fresh, "x")).isInstanceOf(AttuneException.class);
    }

    @Test
    void aCiphertextDoesNotMoveToAnotherColumn() {
        Encryption encryption = new KeysetFile(file()).open();
        byte[] ciphertext = encryption.encrypt("Ann", "attribute:given_name");
        assertThatThrownBy(() -> encryption.decrypt(ciphertext, "attribute:family_name"))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("attune.encryption.keyset");
    }

    @Test
    void processesThatStartAtOnceShareTheKeys() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Encryption>> opened = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                opened.add(threads.submit(() -> new KeysetFile(file()).open()));
            }
            byte[] ciphertext = opened.get(0).get().encrypt("Ann", "x");
            for (Future<Encryption> other : opened) {
                assertThat(other.get().decrypt(ciphertext, "x")).isEqualTo("Ann");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void abrokenFileIsNotOverwritten() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{}");
        assertThatThrownBy(() -> new KeysetFile(file()).open())
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("restore it from its backup");
        assertThat(file()).hasContent("{}");
    }
}
