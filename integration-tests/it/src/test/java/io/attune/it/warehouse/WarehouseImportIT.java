package io.attune.it.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.command.Attune;
import io.attune.command.Credentials;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a bureau knows, from its table into the hub by the command that a scheduler calls. */
@ExtendWith(EnvironmentExtension.class)
class WarehouseImportIT {
    private final Environment environment;
    private final Jdbi database;

    @TempDir
    Path folder;

    WarehouseImportIT(Environment environment) {
        this.environment = environment;
        this.database = environment.database();
    }

    @BeforeEach
    void fill() {
        database.useHandle(handle -> handle.execute("""
                create schema bureau;
                create table bureau.person (email text, income_band text, changed timestamptz);
                insert into bureau.person values
                  ('imported1@example.com', 'A', now() - interval '1 day'),
                  ('imported2@example.com', 'B', now() - interval '1 hour'),
                  ('nobody', 'C', now())
                """));
    }

    @AfterEach
    void drop() {
        database.useHandle(handle -> handle.execute("drop schema bureau cascade"));
    }

    @Test
    void rowsBecomeRecordsOnceAndOnlyForAnEngineer() throws IOException {
        JsonNode first = run(Role.ENGINEER, 0);
        assertThat(first.path("rows").asLong()).isEqualTo(3);
        assertThat(first.path("records").asLong()).isEqualTo(2);
        assertThat(first.path("rejects").asLong()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(60)).until(() -> count("record_ledger") == 2);

        JsonNode second = run(Role.ENGINEER, 0);
        assertThat(second.path("rows").asLong())
                .as("only what changed: the last ten minutes")
                .isEqualTo(1);

        JsonNode full = run(Role.ENGINEER, 0, "--full");
        assertThat(full.path("records").asLong()).isEqualTo(2);
        database.useHandle(
                handle -> handle.execute("insert into bureau.person values ('imported3@example.com', 'D', now())"));
        run(Role.ENGINEER, 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> count("record_ledger") == 3);
        assertThat(count("identity_node")).as("known once each").isEqualTo(3);

        assertThat(run(Role.VIEWER, 1).path("message").asText()).contains("403");
    }

    private JsonNode run(Role role, int exit, String... more) throws IOException {
        Credentials user = environment.user(role);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine attune =
                Attune.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of(
                "warehouse",
                "import",
                "--url",
                environment.sandbox().postgres().url("attune"),
                "--user",
                "attune",
                "--password",
                secret("warehouse", environment.sandbox().secrets().databasePassword()),
                "--query",
                "select * from bureau.person",
                "--source",
                "bureau",
                "--key",
                "email",
                "--changed",
                "changed",
                "--hub",
                environment.nodes().first().node().url().toString(),
                "--as",
                user.user(),
                "--as-password",
                secret("hub", user.password()),
                "--json"));
        arguments.addAll(List.of(more));
        assertThat(attune.execute(arguments.toArray(String[]::new)))
                .as(() -> out + " " + err)
                .isEqualTo(exit);
        return new ObjectMapper().readTree(out.toString());
    }

    private String secret(String name, String value) throws IOException {
        return "file:" + Files.writeString(folder.resolve(name), value);
    }

    private long count(String table) {
        return database.withHandle(
                handle -> handle.createQuery("select count(*) from " + table + " where source = 'bureau'")
                        .mapTo(Long.class)
                        .one());
    }
}
