package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.database.PostgresDatabase;
import io.attune.ingest.Watermarks;
import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The hub's database and that of the tills are one here; the hub reads only the latter's two tables. */
class PosSalesTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private final Leadership leadership = new Leadership();
    private HubRoutes routes;
    private long epoch = 1;

    @BeforeAll
    static void createTills() {
        POSTGRES.database().useHandle(handle -> handle.execute("""
                create table sale (sale_id bigint primary key, receipt text, kind text, refund_of bigint, store text,
                  sold_at timestamptz, utc_offset_minutes int, loyalty_id text, phone text, total numeric(12,2),
                  currency text, updated_at timestamptz);
                create table sale_line (sale_id bigint, line int, item text, name text, category text, quantity int,
                  price numeric(12,2), primary key (sale_id, line))
                """));
    }

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        routes = HubRoutes.of("ingest/pos-sales.camel.yaml", "ingest/publish.camel.yaml")
                .bean("leadership", leadership)
                .bean("pos", POSTGRES.dataSource())
                .bean("watermarks", new Watermarks(POSTGRES.database(), () -> epoch, Ingest.CLOCK));
        Ingest.bind(routes);
        routes.feed("pos-sales-poll")
                .mock("ingest-publish", "ingest-publish-to-records", "ingest-publish-to-rejects")
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void everySaleIsReadOnceInPagesWithItsLines() {
        POSTGRES.database().useHandle(handle -> handle.execute("""
                insert into sale select id, 'R-' || id, 'sale', null, 'S', '2026-05-31T10:00:00Z', 60, 'L-' || id % 7, null,
                  12.50, 'EUR', timestamptz '2026-05-31T10:00:00Z' + (id / 3) * interval '1 second'
                from generate_series(1, 2345) id;
                insert into sale_line select id, line, 'p' || line, 'Tea', 'Drinks', 1, 6.25
                from generate_series(1, 2345) id, generate_series(1, 2) line
                """));

        poll();

        assertThat(Ingest.records(routes)).hasSize(2345).allSatisfy(record -> {
            assertThat(record.path("properties").path("products")).hasSize(2);
            assertThat(record.path("backfill").asBoolean())
                    .as("the first load is history")
                    .isTrue();
        });
        assertThat(Ingest.records(routes).stream()
                        .map(record -> record.path("key").asText()))
                .doesNotHaveDuplicates();
        assertThat(Ingest.rejects(routes)).isEmpty();
    }

    @Test
    void laterPollBringsWhatIsNewAndWhatWasCommittedLate() {
        sell(1, "sale", "2026-06-01T11:00:00Z");
        poll();
        sell(2, "sale", "2026-06-01T12:00:01Z");
        sell(3, "sale", "2026-06-01T10:58:00Z");
        sell(4, "sale", "2026-06-01T10:30:00Z");
        poll();
        poll();

        assertThat(Ingest.records(routes))
                .extracting(record -> record.path("key").asText())
                .as("late within the overlap of 5 minutes is read, each row once")
                .containsExactly("pos:1:sale", "pos:3:sale", "pos:2:sale");
        assertThat(live("pos:2:sale")).as("changed after the first load began").isTrue();
    }

    @Test
    void rowThatCannotBeARecordIsARejectAndTheWatermarkPassesIt() {
        sell(1, "gift", "2026-06-01T11:00:00Z");
        sell(2, "sale", "2026-06-01T11:00:01Z");
        poll();

        assertThat(Ingest.rejects(routes)).singleElement().satisfies(reject -> {
            assertThat(reject.path("place").asText()).startsWith("pos 1@");
            assertThat(reject.path("reason").asText()).contains("/kind");
        });
        assertThat(Ingest.records(routes)).hasSize(1);
    }

    @Test
    void watermarkStaysWhileKafkaDoesNotAcknowledge() {
        sell(1, "sale", "2026-06-01T11:00:00Z");
        routes.at("ingest-publish-to-records").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("no broker");
        });
        poll();
        routes.at("ingest-publish-to-records").reset();
        poll();

        assertThat(Ingest.records(routes)).hasSize(1);
    }

    @Test
    void onlyTheLeaderPollsAndAnOldLeaderCannotMoveTheWatermark() {
        sell(1, "sale", "2026-06-01T11:00:00Z");
        leadership.lose();
        poll();
        assertThat(Ingest.records(routes)).isEmpty();

        POSTGRES.database()
                .useHandle(
                        handle -> handle.execute(
                                "insert into watermark values ('pos', '{\"historyUntil\":\"2026-06-01T00:00:00Z\"}', 7, now())"));
        Watermarks old = new Watermarks(POSTGRES.database(), () -> 6, Ingest.CLOCK);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> old.advance(
                        old.begin("pos", "PT5M"),
                        new io.attune.ingest.Page(
                                java.util.List.of(new io.attune.ingest.Page.Row("1", Ingest.NOW, "{}")),
                                java.util.Optional.empty(),
                                false)))
                .hasMessageContaining("another node");
    }

    private boolean live(String key) {
        return Ingest.records(routes).stream()
                .filter(record -> record.path("key").asText().equals(key))
                .map(record -> record.path("backfill"))
                .noneMatch(JsonNode::asBoolean);
    }

    private void poll() {
        routes.template().sendBody("direct:pos-sales-poll-in", null);
    }

    private static void sell(long id, String kind, String changedAt) {
        POSTGRES.database()
                .useHandle(handle -> handle.createUpdate("""
                                insert into sale values (:id, 'R-' || :id, :kind, null, 'S', cast(:at as timestamptz), 0, null,
                                  null, 12.50, 'EUR', cast(:at as timestamptz))
                                """)
                        .bind("id", id)
                        .bind("kind", kind)
                        .bind("at", changedAt)
                        .execute());
    }
}
