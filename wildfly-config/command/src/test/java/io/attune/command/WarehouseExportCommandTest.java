package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheduler reads of an export: the exit code, and one line of JSON. */
class WarehouseExportCommandTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();
    private Path secret;

    @BeforeEach
    void keepTheSecret() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), "s3cret");
    }

    @Test
    void wrongArgumentsEndWith2AndSayWhatIsRight() {
        assertThat(run("--user", "a", "--password", reference())).isEqualTo(2);
        assertThat(terminal.error()).contains("--url");

        assertThat(run("--url", "jdbc:x", "--user", "a", "--password", "hunter2"))
                .as("a secret in the arguments can be read by everybody on the machine")
                .isEqualTo(2);
        assertThat(terminal.error()).contains("env:NAME or file:/path").doesNotContain("hunter2");

        assertThat(run("--url", "jdbc:x", "--user", "a", "--password", reference(), "--only", "profile,people"))
                .isEqualTo(2);
        assertThat(terminal.error()).contains("[feature, profile, score, segment], not [people]");

        assertThat(run("--url", "jdbc:x", "--user", "a", "--password", reference(), "--with-personal"))
                .as("personal data need a privacy officer")
                .isEqualTo(2);
        assertThat(terminal.error()).contains("--as");
    }

    @Test
    void failureEndsWith1AndIsOneLineOfJson() throws IOException {
        int exit = run(
                "--url",
                "jdbc:nosuch:x",
                "--user",
                "a",
                "--password",
                reference(),
                "--json",
                "--configuration",
                folder.resolve("missing.properties").toString());

        assertThat(exit).isEqualTo(1);
        JsonNode result = terminal.result();
        assertThat(result.path("result").asText()).isEqualTo("failed");
        assertThat(result.path("message").asText()).isNotBlank();
        assertThat(terminal.error())
                .startsWith("attune: ")
                .doesNotContain("s3cret")
                .doesNotContain("Exception");
    }

    private String reference() {
        return "file:" + secret;
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("warehouse", "export"));
        all.addAll(List.of(arguments));
        return terminal.run(all);
    }
}
