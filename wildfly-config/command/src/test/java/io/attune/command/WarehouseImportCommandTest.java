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

/** What a scheduler reads of an import: the exit code, and one line of JSON. */
class WarehouseImportCommandTest {
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
        assertThat(run("--source", "Credit Bureau")).isEqualTo(2);
        assertThat(terminal.error()).contains("credit-bureau");

        assertThat(run("--source", "bureau", "--changed", "a; drop table b")).isEqualTo(2);
        assertThat(terminal.error()).contains("--changed is the name of a column");

        assertThat(run("--source", "bureau", "--zone", "Mars")).isEqualTo(2);
        assertThat(terminal.error()).contains("Europe/Berlin, not Mars");

        assertThat(run("--source", "bureau", "--batch", "2501")).isEqualTo(2);
        assertThat(terminal.error()).contains("from 1 to 2500");

        assertThat(run("--source", "bureau", "--as", "eva")).isEqualTo(2);
        assertThat(terminal.error()).contains("--hub");
    }

    @Test
    void failureEndsWith1AndIsOneLineOfJson() throws IOException {
        int exit = run(
                "--source",
                "bureau",
                "--json",
                "--hub",
                "http://127.0.0.1:1",
                "--as",
                "eva",
                "--as-password",
                "file:" + secret);

        assertThat(exit).isEqualTo(1);
        JsonNode result = terminal.result();
        assertThat(result.path("result").asText()).isEqualTo("failed");
        assertThat(result.path("message").asText()).contains("the warehouse cannot be reached");
        assertThat(terminal.error()).startsWith("attune: ").doesNotContain("s3cret");
    }

    private int run(String... more) {
        List<String> all = new ArrayList<>(List.of("warehouse", "import", "--url", "jdbc:nosuch:x", "--user", "a"));
        all.addAll(List.of("--password", "file:" + secret, "--query", "select 1", "--key", "email"));
        all.addAll(List.of(more));
        return terminal.run(all);
    }
}
