package io.attune.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.database.PostgresDatabase;
import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.Original;
import io.attune.ingest.WatermarkStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a PostgreSQL, and of an H2 in memory as some other database. */
class TablesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String H2 = "jdbc:h2:mem:tables;DB_CLOSE_DELAY=-1";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void prepare() throws IOException {
        POSTGRES.clear();
        POSTGRES.database()
                .useHandle(handle -> handle.execute("drop schema if exists shop cascade; create schema shop"));
        Files.createDirectories(folder.resolve("tables"));
        Files.copy(
                Path.of("../connectors-config/tables/table.schema.json"), folder.resolve("tables/table.schema.json"));
        url = POSTGRES.url();
    }

    @Test
    void aTableIsReadByANumberThatGrowsAndALittleBack() throws Exception {
        execute("create table shop.signup (id bigint primary key, mail text)");
        execute("insert into shop.signup select n, 'p' || n from generate_series(1, 25) n where n <> 20");
        define("signup", "table: shop.signup\nid: id\noverlap: 10\npage-size: 10");
        Tables tables = tables();

        assertThat(poll(tables, "signup")).hasSize(24).allMatch(row -> row.arrival() == Arrival.HISTORY);
        assertThat(poll(tables, "signup")).isEmpty();

        execute("insert into shop.signup values (20, 'late'), (26, 'new'), (3, 'too late') on conflict do nothing");
        assertThat(poll(tables, "signup"))
                .extracting(TablesTest::place)
                .containsExactly("signup 20@20", "signup 26@26");
        assertThat(poll(tables(), "signup"))
                .as("a node that was started anew reads the overlap again; the ledger drops it")
                .hasSize(11);
    }

    @Test
    void pagesCutNoRowsOfOneInstantAndTextIdsHaveTheDatabasesOrder() throws Exception {
        execute("create table shop.card (code text primary key, changed timestamptz)");
        execute(
                "insert into shop.card select md5(n::text), '2026-05-30T10:00:00.123456Z' from generate_series(1, 95) n");
        define("card", "table: shop.card\nid: code\nchanged-at: changed\npage-size: 10");

        assertThat(poll(tables(), "card"))
                .extracting(TablesTest::place)
                .hasSize(95)
                .doesNotHaveDuplicates();
    }

    @Test
    void namesAreQuotedWhateverTheyHold() throws Exception {
        execute(
                "create table shop.\"Odd \"\"name\"\"; drop\" (\"Row Id\" int primary key, \"select\" text, secret text)");
        execute("insert into shop.\"Odd \"\"name\"\"; drop\" values (1, 'x', 'y')");
        define("odd", "table: 'shop.Odd \"name\"; drop'\nid: Row Id\ncolumns: [Row Id, select]");

        assertThat(poll(tables(), "odd"))
                .singleElement()
                .satisfies(row -> assertThat(json(row).toString()).isEqualTo("{\"Row Id\":1,\"select\":\"x\"}"));
    }

    @Test
    void everyTypeBecomesWhatAMappingUnderstands() throws Exception {
        execute("""
                create table shop.thing (id int primary key, price numeric(9,2), ratio double precision, ok boolean, born date,
                  at timestamptz, local_at timestamp, tags text[], extra jsonb, nothing text, picture bytea)""");
        execute("""
                insert into shop.thing values (1, 12.50, 0.25, true, '1990-02-03', '2026-05-30T10:00:00+02', '2026-05-30 10:00',
                  '{a,b}', '{"k": [1]}', null, '\\x00')""");
        define("thing", "query: |\n  select * from shop.thing -- all of it\nid: id\nzone: Europe/Berlin");

        assertThat(poll(tables(), "thing"))
                .singleElement()
                .satisfies(row -> assertThat(json(row)).isEqualTo(new ObjectMapper().readTree("""
                        {"id":1,"price":12.50,"ratio":0.25,"ok":true,"born":"1990-02-03","at":"2026-05-30T08:00:00Z",
                         "local_at":"2026-05-30T08:00:00Z","tags":["a","b"],"extra":{"k":[1]},"nothing":null}""")));
    }

    @Test
    void anyDatabaseWithADriverIsRead() throws Exception {
        url = H2;
        try (Connection connection = DriverManager.getConnection(H2, "sa", "pw")) {
            connection.createStatement().execute("create table SALE (ID bigint primary key, AT timestamp)");
            for (int id = 1; id <= 25; id++) {
                connection
                        .createStatement()
                        .execute("insert into SALE values (" + id + ", timestamp '2026-05-30 10:00:00')");
            }
        }
        define("sale", "table: SALE\nid: ID\nchanged-at: AT\npage-size: 10\nzone: Europe/Berlin");
        Tables tables = tables(Map.of("test.url", H2, "test.user", "sa", "test.password", "pw"));

        List<Original> rows = poll(tables, "sale");

        assertThat(rows).hasSize(25);
        assertThat(json(rows.get(0)).path("AT").asText()).isEqualTo("2026-05-30T08:00:00Z");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
        execute("create table shop.card (code text primary key, changed timestamptz)");
        define("card", "table: shop.card\nid: code\nchanged-at: changed_at");
        Tables tables = tables();

        assertThatThrownBy(() -> poll(tables, "card"))
                .hasMessageContaining("tables/card.yaml")
                .hasMessageContaining("'changed_at', which is not among [code, changed]");
    }

    @Test
    void mistakesInADefinitionAreReportedTogether() throws Exception {
        define("one", "table: shop.card\nid: code\nchanged-at: changed\noverlap: 5 minutes\nzone: Mars/Base");
        define("two", "query: select 1 as id;\nid: id\noverlap: PT5M");

        assertThatThrownBy(this::tables)
                .hasMessageContaining(
                        "one.yaml:12: overlap: a table with changed-at is read back by an ISO 8601 duration")
                .hasMessageContaining("one.yaml:13: zone: there is no such time zone")
                .hasMessageContaining("two.yaml:9: query: a query stands inside another one")
                .hasMessageContaining("two.yaml:11: overlap: a table without changed-at");
    }

    @Test
    void aPasswordInADefinitionIsRefused() throws Exception {
        Files.writeString(
                folder.resolve("tables/open.yaml"),
                text("table: t\nid: id").replace("\"{{test.password}}\"", "hunter2"));

        assertThatThrownBy(this::tables).hasMessageContaining("open.yaml").hasMessageNotContaining("hunter2");
    }

    private static void execute(String sql) {
        POSTGRES.database().useHandle(handle -> {
            try {
                handle.getConnection().createStatement().execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void define(String name, String what) throws IOException {
        Files.writeString(folder.resolve("tables").resolve(name + ".yaml"), text(what));
    }

    private static String text(String what) {
        return """
                description: A table of this test
                source: shop
                mapping: none
                database:
                  url: "{{test.url}}"
                  user: "{{test.user}}"
                  # by reference
                  password: "{{test.password}}"
                """ + what + "\n";
    }

    private Tables tables() {
        return tables(Map.of("test.url", url, "test.user", "postgres", "test.password", "postgres"));
    }

    private Tables tables(Map<String, String> configuration) {
        return new Tables(
                folder,
                new Addresses(configuration, Map.of()),
                new WatermarkStore(POSTGRES.database(), CLOCK),
                () -> 1,
                CLOCK);
    }

    private static List<Original> poll(Tables tables, String name) {
        List<Original> rows = new ArrayList<>();
        TablePoll poll = tables.begin(name);
        while (poll.more()) {
            TablePage page = tables.page(poll);
            rows.addAll(tables.fresh(poll, page));
            IngestBatch batch = new IngestBatch(List.of(), List.of());
            poll = tables.advance(poll, page, batch, batch);
        }
        return rows;
    }

    private static String place(Original row) {
        return row.place();
    }

    private static JsonNode json(Original row) {
        try {
            return new ObjectMapper().readTree(row.content());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
