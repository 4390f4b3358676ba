package io.attune.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.database.PostgresDatabase;
import io.attune.definition.DefinitionException;
import io.attune.identity.Records;
import io.attune.pipeline.RecordBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files of connectors-config that change while the hub runs: the next batch goes by them, a broken one changes nothing. */
class SettingsReloadTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Path SHIPPED = Path.of("..").toAbsolutePath().normalize();
    private static final String BAND = """
              - {name: income_band, description: A to E, type: text, privacy: ordinary, segments: true}
              - {name: household_size, description: People, type: number, privacy: ordinary, segments: true}
            """;
    private static final String SEGMENT = """
            name: wealthy
            title: Wealthy
            description: Of the best band, in a large household
            rule: profile.income_band == 'A' && profile.household_size >= 3
            """;

    @TempDir
    Path home;

    @TempDir
    Path data;

    private WholeHub whole;
    private int records;

    @BeforeEach
    void start() throws IOException {
        POSTGRES.clear();
        copy("connectors-config");
        copy("campaigns");
        Files.createSymbolicLink(home.resolve("mojo-models"), SHIPPED.resolve("mojo-models"));
        Files.createSymbolicLink(home.resolve("routes"), SHIPPED.resolve("routes"));
        whole = new WholeHub(POSTGRES, data, Records.NOW, home);
    }

    @AfterEach
    void stop() throws Exception {
        whole.close();
    }

    @Test
    void segmentsReadAnAttributeFromWhenItIsDefined() throws Exception {
        says("ann", Map.of("income_band", "A", "household_size", "4"));
        assertThat(storedInClear()).as("nobody defined them").isEmpty();
        write("campaigns/segments/wealthy.yaml", SEGMENT);
        assertThatThrownBy(whole.hub()::rereadCampaigns)
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("wealthy.yaml:4")
                .hasMessageContaining("undefined field 'income_band'")
                .hasMessageContaining(
                        "profile has country, created_at, group, language, time_zone; rules read attributes"
                                + " that connectors-config/attributes.yaml calls ordinary, with segments: true");

        append("connectors-config/attributes.yaml", BAND);
        refresh();
        assertThat(problem()).isEmpty();
        says("ann", Map.of("given_name", "Ann"));
        says("bob", Map.of("income_band", "A", "household_size", "many"));
        says("cy", Map.of("income_band", "B", "household_size", "5"));

        assertThat(members("wealthy"))
                .as("Ann's was stored before; Bob's is no number, and unknown")
                .containsExactly("ann");
        assertThat(storedInClear()).containsExactlyInAnyOrder("A", "B", "many", "5");
    }

    @Test
    void theAttributesOfASegmentCannotBeTakenFromIt() throws Exception {
        append("connectors-config/attributes.yaml", BAND);
        write("campaigns/segments/wealthy.yaml", SEGMENT);
        refresh();

        replace(
                "connectors-config/attributes.yaml",
                "description: A to E, type: text, privacy: ordinary, segments: true",
                "description: A to E, type: text, privacy: personal");
        refresh();
        assertThat(problem()).contains("wealthy.yaml:4", "undefined field 'income_band'");
        says("ann", Map.of("income_band", "A", "household_size", "4"));
        assertThat(members("wealthy")).as("the definitions of before hold").containsExactly("ann");

        Files.delete(home.resolve("campaigns/segments/wealthy.yaml"));
        touch("connectors-config/attributes.yaml");
        refresh();
        assertThat(problem()).isEmpty();
        says("dee", Map.of("income_band", "A"));
        assertThat(storedInClear()).as("Ann's, until it is encrypted too").containsExactlyInAnyOrder("A", "4");
    }

    @Test
    void aBrokenFileOfAttributesChangesNothingAndIsNamedUntilItIsMended() throws Exception {
        append("connectors-config/attributes.yaml", BAND);
        refresh();
        replace("connectors-config/attributes.yaml", "type: number", "type: integer");
        refresh();
        assertThat(problem()).contains("attributes.yaml:", "type");

        says("ann", Map.of("household_size", "4"));
        assertThat(storedInClear()).containsExactly("4");
        replace("connectors-config/attributes.yaml", "type: integer", "type: number");
        refresh();
        assertThat(problem()).isEmpty();
    }

    @Test
    void aKindOfIdentifierJoinsFromWhenItIsListed() throws Exception {
        says("ann", Map.of(), "member_id:7");
        says("anna", Map.of(), "member_id:7");
        assertThat(people()).isEqualTo(2);

        replace(
                "connectors-config/identity.yaml",
                "identifiers:\n",
                "identifiers:\n  - kind: member_id\n    joins: sometimes\n");
        refresh();
        assertThat(problem()).contains("identity.yaml:", "joins");
        says("ann2", Map.of(), "member_id:8");
        says("anna2", Map.of(), "member_id:8");
        assertThat(people()).as("the definition of before holds").isEqualTo(4);

        replace("connectors-config/identity.yaml", "joins: sometimes", "joins: true");
        refresh();
        assertThat(problem()).isEmpty();
        says("ann3", Map.of(), "member_id:9");
        says("anna3", Map.of(), "member_id:9");
        assertThat(people()).isEqualTo(5);
    }

    @Test
    void whatQualityExpectsIsAskedFromWhenItIsWritten() throws Exception {
        says("ann", Map.of("given_name", "Ann"));
        assertThat(flags()).doesNotContain("missing:income_band");

        replace(
                "connectors-config/quality.yaml",
                "fields: [email, given_name",
                "fields: [income_band, email, given_name");
        refresh();
        says("bob", Map.of("given_name", "Bob"));
        assertThat(flags()).containsOnlyOnce("missing:income_band");

        replace("connectors-config/quality.yaml", "flush: PT10S", "flush: soon");
        replace("connectors-config/quality.yaml", "[income_band, email", "[shoe_size, email");
        refresh();
        assertThat(problem()).contains("quality.yaml:", "flush: must be a duration");
        says("cy", Map.of("given_name", "Cy"));
        assertThat(flags()).contains("missing:income_band").doesNotContain("missing:shoe_size");
    }

    private void says(String entity, Map<String, String> attributes, String... identifiers) throws Exception {
        String[] all = Stream.concat(Stream.of("customer_id:" + entity), Arrays.stream(identifiers))
                .toArray(String[]::new);
        Instant at = Records.NOW.minusSeconds(1_000).plusSeconds(records);
        whole.process(new RecordBatch(
                List.of(Records.contact("record" + records++, entity, at, attributes, all)), List.of()));
    }

    private void refresh() {
        whole.hub().connectors().refresh();
    }

    private String problem() {
        return whole.hub().connectors().problem().orElse("");
    }

    private static List<String> storedInClear() {
        return strings("select value from node_attribute where name in ('income_band', 'household_size')"
                + " and value is not null");
    }

    private List<String> members(String segment) {
        List<UUID> profiles = POSTGRES.database()
                .inHandle(handle -> handle.createQuery(
                                "select profile_id from segment_membership where segment = :segment and until is null")
                        .bind("segment", segment)
                        .mapTo(UUID.class)
                        .list());
        return profiles.stream()
                .map(profile -> whole.hub().memory().profile(profile).orElseThrow())
                .map(profile -> profile.identifier("customer_id").orElseThrow())
                .toList();
    }

    private static long people() {
        return Long.parseLong(strings("select cast(count(*) as text) from profile where merged_into is null")
                .get(0));
    }

    private static List<String> flags() {
        return strings("select flag from record_flag");
    }

    private static List<String> strings(String sql) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private void copy(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED.resolve(folder))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, home.resolve(SHIPPED.relativize(file).toString()));
            }
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
    }

    private void append(String file, String text) throws IOException {
        write(file, Files.readString(home.resolve(file)) + text);
    }

    private void replace(String file, String old, String text) throws IOException {
        String before = Files.readString(home.resolve(file));
        assertThat(before).contains(old);
        write(file, before.replace(old, text));
    }

    /** A watch looks at times and sizes. */
    private void touch(String file) throws IOException {
        append(file, "# looked at again\n");
    }
}
