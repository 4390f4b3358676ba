package io.attune.warehouse;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.profile.ProfileStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub with people who have numbers for names, and a warehouse to write them into: a real PostgreSQL, by COPY, or an H2, by batches.
 * Tests of what is written extend this.
 */
abstract class ExportFixture {
    static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path keys;

    Encryption encryption;
    Instant now = START;
    String url = "";

    @BeforeEach
    void prepare() {
        POSTGRES.clear();
        encryption = new KeysetFile(keys.resolve("keyset.json")).open();
        POSTGRES.database()
                .useHandle(
                        handle -> handle.execute("drop schema if exists warehouse cascade; create schema warehouse"));
    }

    @AfterEach
    void drop() throws SQLException {
        if (url.startsWith("jdbc:h2")) {
            warehouse("drop all objects");
        }
    }

    void use(String kind) {
        url = kind.equals("h2")
                ? "jdbc:h2:mem:warehouse;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"
                : POSTGRES.url() + "&currentSchema=warehouse";
    }

    static UUID id(int person) {
        return new UUID(0, person);
    }

    void person(int number, Instant at) {
        POSTGRES.database().useHandle(handle -> {
            handle.createUpdate("""
                            with made as (
                              insert into profile (profile_id, created_at, changed_at) values (:id, :at, :at)
                            ), node as (
                              insert into identity_node (source, entity_hash, entity, created_at)
                              values ('test', :hash, :hash, :at) returning node_id
                            ), member as (
                              insert into membership (node_id, profile_id, since, reason) select node_id, :id, :at, 'new' from node
                            ), name as (
                              insert into node_attribute (node_id, name, secret, occurred_at, source_rank, record_id)
                              select node_id, 'family_name', :name, :at, 1, :id from node
                            ), country as (
                              insert into node_attribute (node_id, name, value, occurred_at, source_rank, record_id)
                              select node_id, 'country', 'DE', :at, 1, :id from node
                            ), mail as (
                              insert into identifier (kind, value_hash, value) values ('email', :hash, :mail) returning identifier_id
                            ), link as (
                              insert into node_identifier (node_id, identifier_id, occurred_at)
                              select node_id, identifier_id, :at from node, mail
                            ), vector as (
                              insert into feature_vector (profile_id, as_of, features, release_hash)
                              values (:id, :at, jsonb_build_object('orders_30d', :number::int, 'top_category', E'Tea\\t\\\\ ''cup'''), 'r')
                            ), scored as (
                              insert into score (profile_id, model, version, value, reason, as_of, release_hash)
                              values (:id, 'churn', '1', nullif(:number::int, 1) * 0.01,
                                case when :number::int = 1 then 'too little' end, :at, 'r')
                            )
                            insert into segment_membership (profile_id, segment, since, release_hash) values (:id, 'new', :at, 'r')
                            """)
                    .bind("id", id(number))
                    .bind("at", at)
                    .bind("number", number)
                    .bind("hash", encryption.hash("test", String.valueOf(number)))
                    .bind("name", encryption.encrypt("Person " + number, "attribute:family_name"))
                    .bind("mail", encryption.encrypt("p" + number + "@example.com", "identifier:email"))
                    .execute();
        });
    }

    Map<String, Long> export(boolean full, boolean create, boolean personal) throws SQLException {
        return export(full, create, personal, (table, rows) -> {});
    }

    Map<String, Long> export(boolean full, boolean create, boolean personal, ExportProgress progress)
            throws SQLException {
        return export(full, create, personal, progress, WarehouseExport.RELATIONS);
    }

    Map<String, Long> export(boolean full, boolean create, boolean personal, String relation) throws SQLException {
        return export(full, create, personal, (table, rows) -> {}, Set.of(relation));
    }

    Map<String, Long> export(
            boolean full, boolean create, boolean personal, ExportProgress progress, Set<String> relations)
            throws SQLException {
        ExportRequest request = new ExportRequest(
                "test", Optional.empty(), "attune_", relations, full, create, personal, 10, Duration.ofSeconds(30));
        try (Connection connection = connect()) {
            return new WarehouseExport(
                            POSTGRES.database(),
                            connection,
                            new ProfileStore(encryption),
                            Clock.fixed(now, ZoneOffset.UTC))
                    .run(request, progress).stream()
                            .collect(Collectors.toMap(ExportedTable::table, ExportedTable::rows));
        }
    }

    Connection connect() throws SQLException {
        return url.startsWith("jdbc:h2")
                ? DriverManager.getConnection(url, "sa", "pw")
                : DriverManager.getConnection(url);
    }

    static void hub(String sql) {
        POSTGRES.database().useHandle(handle -> handle.execute(sql));
    }

    void warehouse(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> fields = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    fields.add(result.getString(column));
                }
                rows.add(String.join("|", fields));
            }
        }
        return rows;
    }
}
