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
import io.attune.it.environment.Repository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a bureau knows into the hub, and what the hub knows into a warehouse, by the commands that a scheduler calls. */
@ExtendWith(EnvironmentExtension.class)
class WarehouseIT {
    private final Environment environment;
    private final Jdbi database;

    @TempDir
    Path folder;

    WarehouseIT(Environment environment) {
        this.environment = environment;
        this.database = environment.database();
    }

    @BeforeEach
    void fill() {
        database.useHandle(handle -> handle.execute("""
                create schema dwh;
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
        database.useHandle(handle -> handle.execute("drop schema bureau cascade; drop schema dwh cascade"));
    }

    @Test
    void rowsBecomeRecordsOnceAndOnlyForAnEngineer() throws IOException {
        JsonNode first = read("bureau", Role.ENGINEER, 0);
        assertThat(first.path("rows").asLong()).isEqualTo(3);
        assertThat(first.path("records").asLong()).isEqualTo(2);
        assertThat(first.path("rejects").asLong()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(60)).until(() -> count("record_ledger", "bureau") == 2);

        JsonNode second = read("bureau", Role.ENGINEER, 0);
        assertThat(second.path("rows").asLong())
                .as("only what changed: the last ten minutes")
                .isEqualTo(1);

        JsonNode full = read("bureau", Role.ENGINEER, 0, "--full");
        assertThat(full.path("records").asLong()).isEqualTo(2);
        database.useHandle(
                handle -> handle.execute("insert into bureau.person values ('imported3@example.com', 'D', now())"));
        read("bureau", Role.ENGINEER, 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> count("record_ledger", "bureau") == 3);
        assertThat(count("identity_node", "bureau")).as("known once each").isEqualTo(3);

        assertThat(read("bureau", Role.VIEWER, 1).path("message").asText()).contains("403");
    }

    @Test
    void whatTheHubKnowsComesOutAndInClearOnlyForAPrivacyOfficer() throws IOException {
        read("agency", Role.ENGINEER, 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> count("identity_node", "agency") == 2);

        JsonNode plain = write(0);
        assertThat(plain.path("tables").findValuesAsText("table"))
                .containsExactly(
                        "attune_profile", "attune_attribute", "attune_feature", "attune_score", "attune_segment");
        assertThat(number("select count(*) from dwh.attune_profile"))
                .isEqualTo(plain.path("tables").path(0).path("rows").asLong())
                .isGreaterThanOrEqualTo(2);
        assertThat(number("select count(*) from dwh.attune_attribute where name = 'income_band'"))
                .as("in clear")
                .isZero();

        assertThat(write(1, officer(Role.ENGINEER)).path("message").asText()).contains("403");
        write(0, officer(Role.PRIVACY));
        assertThat(number("select count(*) from dwh.attune_identifier where value like 'imported_@example.com'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(number("select count(*) from dwh.attune_attribute where name = 'income_band'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(number("select count(*) from audit where action = 'export personal data'"))
                .isEqualTo(1);
    }

    private String[] officer(Role role) throws IOException {
        return Stream.concat(Stream.of("--with-personal"), hub(role).stream()).toArray(String[]::new);
    }

    private List<String> hub(Role role) throws IOException {
        Credentials user = environment.user(role);
        return List.of(
                "--hub",
                environment.nodes().first().node().url().toString(),
                "--as",
                user.user(),
                "--as-password",
                secret("hub", user.password()));
    }

    private JsonNode read(String source, Role role, int exit, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--source",
                source,
                "--query",
                "select * from bureau.person",
                "--key",
                "email",
                "--changed",
                "changed"));
        arguments.addAll(hub(role));
        arguments.addAll(List.of(more));
        return run("import", exit, arguments);
    }

    private JsonNode write(int exit, String... more) throws IOException {
        System.setProperty("attune.root", Repository.root().toString());
        Path configuration = Files.writeString(
                folder.resolve("hub.properties"),
                Files.readString(environment.sandbox().configurationFile()) + "\nattune.encryption.keyset=file:"
                        + environment.folder().resolve("keyset.json") + "\n");
        List<String> arguments =
                new ArrayList<>(List.of("--schema", "dwh", "--create", "--configuration", configuration.toString()));
        arguments.addAll(List.of(more));
        return run("export", exit, arguments);
    }

    private JsonNode run(String command, int exit, List<String> more) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine attune =
                Attune.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(List.of(
                "warehouse",
                command,
                "--url",
                environment.sandbox().postgres().url("attune"),
                "--user",
                "attune",
                "--password",
                secret("warehouse", environment.sandbox().secrets().databasePassword()),
                "--json"));
        arguments.addAll(more);
        assertThat(attune.execute(arguments.toArray(String[]::new)))
                .as(() -> out + " " + err)
                .isEqualTo(exit);
        return new ObjectMapper().readTree(out.toString());
    }

    private String secret(String name, String value) throws IOException {
        return "file:" + Files.writeString(folder.resolve(name), value);
    }

    private long count(String table, String source) {
        return number("select count(*) from " + table + " where source = '" + source + "'");
    }

    private long number(String sql) {
        return database.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
