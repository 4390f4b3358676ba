package io.attune.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.error.AttuneException;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.KeyedRecord;
import io.attune.ingest.Mappings;
import io.attune.pipeline.IdentityStage;
import io.attune.pipeline.RecordBatch;
import io.attune.profile.ProfileStore;
import io.attune.record.RecordCodec;
import io.attune.reject.Reject;
import io.attune.warehouse.ImportRequest;
import io.attune.warehouse.WarehouseImport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a real PostgreSQL through the shipped mapping into profiles. */
class WarehouseImportTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Path CONFIG = Path.of("../connectors-config");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String QUERY = "select mail, income_band, \"Country\", tags, changed from warehouse.bureau";

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<KeyedRecord> sent = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private Encryption encryption;
    private IdentityStage identity;
    private WarehouseRows rows;
    private boolean broken;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        sql("drop schema if exists warehouse cascade; create schema warehouse");
        sql(
                "create table warehouse.bureau (mail text, income_band text, \"Country\" text, tags jsonb, changed timestamp)");
        encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        identity = PublishedBatches.identity(POSTGRES, encryption, clock);
        Mappings mappings = new Mappings(CONFIG, IngestSettingsReader.read(CONFIG, Duration.ofHours(24)));
        rows = new WarehouseRows(mappings, new IngestWayIn(camel, mappings), POSTGRES.database(), clock);
        PublishedBatches.start(camel, this::store);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void columnsBecomeAttributesOfWhomTheKeyNames() throws SQLException {
        row("' Ann@Example.com '", "'B'", "'Deutschland'", "'[\"tea\"]'", "'2026-05-01 10:00'");

        assertThat(read(Optional.empty(), "Europe/Berlin")).isEqualTo(1);

        JsonNode record = sent.get(0).json();
        assertThat(sent.get(0).partitionKey()).isEqualTo("email:ann@example.com");
        assertThat(record.path("source").asText()).isEqualTo("bureau");
        assertThat(record.path("mapping").asText()).isEqualTo("warehouse-row/1");
        assertThat(record.path("occurredAt").asText()).isEqualTo("2026-05-01T08:00:00Z");
        assertThat(record.path("key").asText()).startsWith("bureau:").doesNotContain("ann");
        assertThat(attributes())
                .containsEntry("income_band", "B")
                .containsEntry("country", "DE")
                .containsEntry("tags", "[\"tea\"]")
                .doesNotContainKeys("mail", "changed");
    }

    @Test
    void aRepeatedImportMakesNoNewRecordsAndAChangedRowOne() throws SQLException {
        row("'ann@example.com'", "'B'", "'DE'", "null", "'2026-05-01 10:00'");
        row("'bob@example.com'", "'A'", "'DE'", "null", "'2026-05-02 10:00'");
        read(Optional.empty(), "UTC");
        assertThat(ledger()).isEqualTo(2);

        assertThat(read(Optional.empty(), "UTC")).isEqualTo(2);
        assertThat(ledger()).as("read twice, known once").isEqualTo(2);

        sql("update warehouse.bureau set income_band = null, changed = '2026-05-03 10:00' where mail like 'ann%'");
        Instant since = rows.changed("bureau").orElseThrow();
        assertThat(since).isEqualTo(Instant.parse("2026-05-02T10:00:00Z"));
        assertThat(read(Optional.of(since.plusSeconds(1)), "UTC"))
                .as("only what changed")
                .isEqualTo(1);

        assertThat(ledger()).isEqualTo(3);
        assertThat(rows.changed("bureau")).contains(Instant.parse("2026-05-03T10:00:00Z"));
        assertThat(sent.get(sent.size() - 1)
                        .json()
                        .path("attributes")
                        .path("income_band")
                        .asText("missing"))
                .as("a null says that there is none any more")
                .isEmpty();
    }

    @Test
    void aBadRowIsARejectAndStopsNothing() throws SQLException {
        row("'no address'", "'B'", "'DE'", "null", "'2026-05-01 10:00'");
        row("null", "'B'", "'DE'", "null", "'2026-05-01 11:00'");
        row("'cy@example.com'", "'" + "x".repeat(1_025) + "'", "'DE'", "null", "'2026-05-01 12:00'");
        row("'dee@example.com'", "'C'", "'DE'", "null", "'2026-05-01 13:00'");

        assertThat(read(Optional.empty(), "UTC")).isEqualTo(4);

        assertThat(sent).extracting(KeyedRecord::partitionKey).containsExactly("email:dee@example.com");
        assertThat(rejects)
                .extracting(Reject::place, Reject::code)
                .containsExactly(
                        tuple("warehouse, bureau, row 1", "NOTHING_MAPPED"),
                        tuple("warehouse, bureau, row 2", "SCHEMA_VIOLATED"),
                        tuple("warehouse, bureau, row 3", "SCHEMA_VIOLATED"));
    }

    @Test
    void thePositionStaysWhereKafkaDoesNotAnswer() throws SQLException {
        row("'ann@example.com'", "'B'", "'DE'", "null", "'2026-05-01 10:00'");
        broken = true;
        assertThatThrownBy(() -> read(Optional.empty(), "UTC")).isInstanceOf(CamelExecutionException.class);
        assertThat(rows.changed("bureau")).isEmpty();

        broken = false;
        read(Optional.empty(), "UTC");
        assertThat(rows.changed("bureau")).isPresent();
    }

    @Test
    void aColumnThatIsMissingIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> read("select mail from warehouse.bureau", "email", Optional.empty(), "UTC"))
                .isInstanceOf(AttuneException.class)
                .hasMessage("the query has no column email; it has mail");
    }

    @Test
    void theRowsThatAreToBeReadCanBeCountedBefore() throws SQLException {
        row("'ann@example.com'", "'B'", "'DE'", "null", "'2026-05-01 10:00'");
        row("'bob@example.com'", "'A'", "'DE'", "null", "'2026-05-02 10:00'");
        row("'cy@example.com'", "'A'", "'DE'", "null", "'2026-05-03 10:00'");

        assertThat(count(Optional.empty())).isEqualTo(3);
        assertThat(count(Optional.of(Instant.parse("2026-05-02T10:00:00Z")))).isEqualTo(2);
    }

    private long read(Optional<Instant> since, String zone) throws SQLException {
        return read(QUERY, "MAIL", since, zone);
    }

    /** In batches of two. */
    private long read(String query, String key, Optional<Instant> since, String zone) throws SQLException {
        Optional<String> changed = query.contains("changed") ? Optional.of("changed") : Optional.empty();
        try (Connection connection = POSTGRES.database().dataSource().getConnection()) {
            ImportRequest request = new ImportRequest(query, key, "email", changed, since, ZoneId.of(zone), 2);
            return new WarehouseImport(connection, request).run(batch -> rows.take("bureau", batch));
        }
    }

    private long count(Optional<Instant> since) throws SQLException {
        try (Connection connection = POSTGRES.database().dataSource().getConnection()) {
            ImportRequest request =
                    new ImportRequest(QUERY, "mail", "email", Optional.of("changed"), since, ZoneOffset.UTC, 2);
            return new WarehouseImport(connection, request).count();
        }
    }

    private void store(IngestBatch batch) throws Exception {
        if (broken) {
            throw new IllegalStateException("no broker");
        }
        sent.addAll(batch.records());
        rejects.addAll(batch.rejects());
        RecordCodec codec = new RecordCodec();
        RecordBatch records = new RecordBatch(
                batch.records().stream()
                        .map(record -> codec.read(record.json()))
                        .toList(),
                batch.rejects());
        POSTGRES.transactions().call(() -> identity.resolve(records));
    }

    private Map<String, String> attributes() {
        return POSTGRES.database().inHandle(handle -> {
            List<UUID> people = handle.createQuery("select profile_id from profile")
                    .mapTo(UUID.class)
                    .list();
            assertThat(people).hasSize(1);
            return new ProfileStore(encryption)
                    .views(handle, people)
                    .get(people.get(0))
                    .attributes();
        });
    }

    private static long ledger() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select count(*) from record_ledger")
                        .mapTo(Long.class)
                        .one());
    }

    private static void row(String mail, String band, String country, String tags, String changed) {
        sql("insert into warehouse.bureau values (" + String.join(", ", mail, band, country, tags, changed) + ")");
    }

    private static void sql(String sql) {
        POSTGRES.database().useHandle(handle -> handle.execute(sql));
    }
}
