package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    @TempDir
    private Path folder;

    private Installation installation;

    @BeforeEach
    void install() {
        installation = new Installation(folder.resolve("root"), folder.resolve("data"));
    }

    @Test
    void resolvesASecretThatTheConfigurationRefersTo() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "swordfish\n");
        Path file = Files.writeString(
                folder.resolve("attune.properties"), "attune.database.password=file:" + secret + "\n");

        assertThat(installation.configuration(file).database().password()).contains("swordfish");
    }

    @Test
    void saysWhichKeyIsWrong() throws IOException {
        Path file =
                Files.writeString(folder.resolve("attune.properties"), "attune.databse.url=jdbc:postgresql://h/d\n");

        assertThatThrownBy(() -> installation.configuration(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("attune.databse.url")
                .hasMessageContaining("attune.database.url");
    }
}
