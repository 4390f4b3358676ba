package io.attune.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.error.AttuneException;
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
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Into a real PostgreSQL, by COPY, and into an H2, by batches. */
class WarehouseExportTest {
    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path keys;

    private Encryption encryption;
    private Instant now = START;
    private String url = "";

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

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void everythingComesAndThenWhatChanged(String kind) throws SQLException {
        use(kind);
        for (int person = 1; person <= 25; person++) {
            person(person, START.minusSeconds(86_400L * (26 - person)));
        }

        Map<String, Long> first = export(true, true, false);

        assertThat(first)
                .containsEntry("attune_profile", 25L)
                .containsEntry("attune_feature", 25L)
                .containsEntry("attune_score", 25L)
                .containsEntry("attune_segment", 25L)
                .containsEntry("attune_attribute", 25L);
        assertThat(
                        rows(
                                "select count(*), cast(sum(\"orders_30d\") as bigint), min(\"top_category\") from attune_feature"))
                .containsExactly("25|325|Tea\t\\ 'cup'");
        assertThat(rows("select count(*) from attune_attribute where \"name\" = 'country' and \"value\" = 'DE'"))
                .containsExactly("25");
        assertThat(rows("select count(*) from attune_score where \"value\" is null and \"reason\" = 'too little'"))
                .containsExactly("1");

        now = START.plusSeconds(3_600);
        hub("update score set value = 0.9, reason = null, as_of = '" + now + "' where profile_id = '" + id(3) + "'");
        hub("update segment_membership set until = '" + now + "' where profile_id = '" + id(4) + "'");
        Map<String, Long> second = export(false, true, false);

        assertThat(second)
                .as("and the last one, which the overlap reads again")
                .containsEntry("attune_score", 2L)
                .containsEntry("attune_segment", 2L)
                .containsEntry("attune_profile", 1L);
        assertThat(rows("select \"value\" from attune_score where \"profile_id\" = '" + id(3) + "'"))
                .containsExactly("0.9");
        assertThat(rows("select count(*) from attune_segment where \"until\" is null"))
                .containsExactly("24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void aFullExportDeletesWhatTheHubNoLongerHas(String kind) throws SQLException {
        use(kind);
        person(1, START.minusSeconds(20));
        person(2, START.minusSeconds(10));
        export(true, true, false);
        for (String table : List.of("score", "feature_vector", "segment_membership", "membership", "profile")) {
            hub("delete from " + table + " where profile_id = '" + id(1) + "'");
        }

        now = START.plusSeconds(60);
        export(false, true, false);
        assertThat(rows("select count(*) from attune_profile")).containsExactly("2");
        now = START.plusSeconds(120);
        export(true, true, false);

        for (String table : List.of("profile", "feature", "score", "segment")) {
            assertThat(rows("select count(*) from attune_" + table)).as(table).containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void oneThatBrokeOffGoesOnWhereItStopped(String kind) throws SQLException {
        use(kind);
        for (int person = 1; person <= 25; person++) {
            person(person, START.minusSeconds(86_400L * (26 - person)));
        }
        List<String> told = new ArrayList<>();

        assertThatThrownBy(() -> export(true, true, false, (table, rows) -> {
                    told.add(table + " " + rows);
                    if (rows == 20) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(told).containsExactly("attune_profile 10", "attune_profile 20");
        now = START.plusSeconds(60);
        Map<String, Long> rest = export(false, true, false);

        assertThat(rest)
                .as("the last 5, and the one that the overlap reads again")
                .containsEntry("attune_profile", 6L);
        assertThat(rows("select count(*) from attune_profile")).containsExactly("25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void personalDataGoOnlyWhenAskedForAndFollowThePerson(String kind) throws SQLException {
        use(kind);
        person(1, START.minusSeconds(20));
        export(true, true, false);
        assertThat(rows("select \"name\" from attune_attribute")).containsExactly("country");

        export(false, true, true);
        assertThat(rows("select \"value\" from attune_attribute where \"name\" = 'family_name'"))
                .containsExactly("Person 1");
        assertThat(rows("select \"kind\", \"value\" from attune_identifier")).containsExactly("email|p1@example.com");

        hub("delete from node_attribute where name = 'family_name'");
        now = START.plusSeconds(60);
        hub("update profile set changed_at = '" + now + "'");
        export(false, true, true);
        assertThat(rows("select \"name\" from attune_attribute")).containsExactly("country");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void aTableThatIsMissingIsNamedWithTheStatementThatMakesIt(String kind) throws SQLException {
        use(kind);
        person(1, START);

        assertThatThrownBy(() -> export(true, false, false))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("no table")
                .hasMessageContaining("--create")
                .hasMessageContaining("create table");

        warehouse(
                "create table attune_feature (\"profile_id\" varchar(36) primary key, \"as_of\" timestamp, \"exported_at\" timestamp)");
        assertThatThrownBy(() -> export(true, false, false, "feature"))
                .hasMessageContaining("no columns \"orders_30d\", \"top_category\"");
    }

    private void use(String kind) {
        url = kind.equals("h2")
                ? "jdbc:h2:mem:warehouse;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"
                : POSTGRES.url() + "&currentSchema=warehouse";
    }

    private static UUID id(int person) {
        return new UUID(0, person);
    }

    private void person(int number, Instant at) {
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

    private Map<String, Long> export(boolean full, boolean create, boolean personal) throws SQLException {
        return export(full, create, personal, (table, rows) -> {});
    }

    private Map<String, Long> export(boolean full, boolean create, boolean personal, ExportProgress progress)
            throws SQLException {
        return export(full, create, personal, progress, WarehouseExport.RELATIONS);
    }

    private Map<String, Long> export(boolean full, boolean create, boolean personal, String relation)
            throws SQLException {
        return export(full, create, personal, (table, rows) -> {}, java.util.Set.of(relation));
    }

    private Map<String, Long> export(
            boolean full, boolean create, boolean personal, ExportProgress progress, java.util.Set<String> relations)
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

    private Connection connect() throws SQLException {
        return url.startsWith("jdbc:h2")
                ? DriverManager.getConnection(url, "sa", "pw")
                : DriverManager.getConnection(url);
    }

    private static void hub(String sql) {
        POSTGRES.database().useHandle(handle -> handle.execute(sql));
    }

    private void warehouse(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
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
