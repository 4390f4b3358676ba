package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a scheduler reads of an export: the exit code, and one line of JSON. */
class WarehouseExportCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path secret;

    @BeforeEach
    void keepTheSecret() throws IOException {
        secret = Files.writeString(folder.resolve("secret"), "s3cret");
    }

    @Test
    void wrongArgumentsEndWith2AndSayWhatIsRight() {
        assertThat(run("--user", "a", "--password", reference())).isEqualTo(2);
        assertThat(err.toString()).contains("--url");

        assertThat(run("--url", "jdbc:x", "--user", "a", "--password", "hunter2"))
                .as("a secret in the arguments can be read by everybody on the machine")
                .isEqualTo(2);
        assertThat(err.toString()).contains("env:NAME or file:/path").doesNotContain("hunter2");

        assertThat(run("--url", "jdbc:x", "--user", "a", "--password", reference(), "--only", "profile,people"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("[feature, profile, score, segment], not [people]");

        assertThat(run("--url", "jdbc:x", "--user", "a", "--password", reference(), "--with-personal"))
                .as("personal data need a privacy officer")
                .isEqualTo(2);
        assertThat(err.toString()).contains("--as");
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
        JsonNode result = new ObjectMapper().readTree(out.toString());
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(result.path("result").asText()).isEqualTo("failed");
        assertThat(result.path("message").asText()).isNotBlank();
        assertThat(err.toString())
                .startsWith("attune: ")
                .doesNotContain("s3cret")
                .doesNotContain("Exception");
    }

    private String reference() {
        return "file:" + secret;
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine attune =
                Attune.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "warehouse";
        all[1] = "export";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return attune.execute(all);
    }
}
