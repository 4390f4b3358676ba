package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.database.PostgresDatabase;
import io.attune.ingest.WatermarkStore;
import io.attune.ingest.table.Addresses;
import io.attune.ingest.table.Tables;
import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.AdviceWith;
import org.awaitility.core.ConditionFactory;
import org.jdbi.v3.core.Handle;
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
    void prepare() throws Exception {
        POSTGRES.clear();
        Addresses addresses = new Addresses(
                Map.of(
                        "attune.pos.url", POSTGRES.url(),
                        "attune.pos.user", "postgres",
                        "attune.pos.password", "postgres",
                        "attune.pos.overlap", "PT5M"),
                Map.of());
        routes = HubRoutes.of("ingest/pos-sales.camel.yaml", "ingest/publish.camel.yaml")
                .property("attune.pos.poll-interval", "50")
                .bean("leadership", leadership)
                .bean(
                        "tables",
                        new Tables(
                                Path.of("../connectors-config"),
                                addresses,
                                new WatermarkStore(POSTGRES.database(), Ingest.CLOCK),
                                () -> 1,
                                Ingest.CLOCK));
        Ingest.bind(routes);
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
        routes.start();

        soon().untilAsserted(() -> assertThat(Ingest.records(routes)).hasSize(2345));
        assertThat(Ingest.records(routes)).allSatisfy(record -> {
            assertThat(record.path("properties").path("products")).hasSize(2);
            assertThat(record.path("occurredAt").asText()).isEqualTo("2026-05-31T10:00:00Z");
            assertThat(record.path("backfill").asBoolean())
                    .as("the first load is history")
                    .isTrue();
        });
        assertThat(keys()).doesNotHaveDuplicates();
        assertThat(Ingest.rejects(routes)).isEmpty();
    }

    @Test
    void laterPollsBringWhatIsNewAndWhatWasCommittedLateOnce() {
        sell(1, "sale", "2026-06-01T11:00:00Z");
        routes.start();
        soon().until(() -> keys().size() == 1);
        POSTGRES.database().useTransaction(handle -> {
            sell(handle, 2, "sale", "2026-06-01T12:00:01Z");
            sell(handle, 3, "sale", "2026-06-01T10:58:00Z");
            sell(handle, 4, "sale", "2026-06-01T10:30:00Z");
        });

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(keys())
                        .as("late within the overlap of 5 minutes is read")
                        .containsExactly("pos:1:sale", "pos:3:sale", "pos:2:sale"));
        assertThat(Ingest.records(routes).get(2).path("backfill").asBoolean())
                .as("changed after the first load began")
                .isFalse();
    }

    @Test
    void rowThatCannotBeARecordIsARejectAndTheWatermarkPassesIt() {
        sell(1, "gift", "2026-06-01T11:00:00Z");
        sell(2, "sale", "2026-06-01T11:00:01Z");
        routes.start();

        soon().until(() -> keys().size() == 1);
        assertThat(Ingest.rejects(routes)).singleElement().satisfies(reject -> {
            assertThat(reject.path("place").asText()).startsWith("pos-sale 1@");
            assertThat(reject.path("reason").asText()).contains("/kind");
        });
        soon().untilAsserted(() -> assertThat(watermark()).contains("2026-06-01T11:00:01Z"));
    }

    @Test
    void watermarkStaysWhileKafkaDoesNotAcknowledge() {
        sell(1, "sale", "2026-06-01T11:00:00Z");
        AtomicInteger refused = new AtomicInteger();
        routes.at("ingest-publish-to-records").whenAnyExchangeReceived(exchange -> {
            if (refused.incrementAndGet() < 4) {
                throw new IllegalStateException("no broker");
            }
            assertThat(watermark()).doesNotContain("newest");
        });
        routes.start();

        soon().untilAsserted(() -> assertThat(watermark()).contains("\"newest\":\"2026-06-01T11:00:00Z\""));
        assertThat(refused).as("tried until it was taken").hasValue(4);
    }

    @Test
    void routeThatHandlesItsErrorsDoesNotMoveTheWatermark() throws Exception {
        AdviceWith.adviceWith(
                routes.context(),
                "pos-sales-poll",
                advice -> advice.weaveById("pos-sales-publish").replace().to("mock:nowhere"));
        sell(1, "sale", "2026-06-01T11:00:00Z");
        routes.start();

        soon().until(() -> !routes.bodiesAt("nowhere").isEmpty());
        await().during(Duration.ofMillis(500)).until(() -> !watermark().contains("newest"));
    }

    @Test
    void onlyTheLeaderPolls() {
        sell(1, "sale", "2026-06-01T11:00:00Z");
        leadership.lose();
        routes.start();

        await().during(Duration.ofSeconds(2)).until(() -> keys().isEmpty());
    }

    @Test
    void anOldLeaderCannotMoveTheWatermark() {
        sell(1, "sale", "2026-06-01T11:00:00Z");
        POSTGRES.database()
                .useHandle(
                        handle -> handle.execute(
                                "insert into watermark values ('pos-sale', '{\"historyUntil\":\"2026-06-01T00:00:00Z\"}', 7, now())"));
        routes.start();

        soon().until(() -> keys().size() == 1);
        await().during(Duration.ofMillis(500)).until(() -> !watermark().contains("newest"));
    }

    private List<String> keys() {
        return Ingest.records(routes).stream()
                .map(record -> record.path("key").asText())
                .toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private static String watermark() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select position from watermark where source = 'pos-sale'")
                        .mapTo(String.class)
                        .findOne())
                .orElse("");
    }

    private static void sell(long id, String kind, String changedAt) {
        POSTGRES.database().useHandle(handle -> sell(handle, id, kind, changedAt));
    }

    private static void sell(Handle handle, long id, String kind, String changedAt) {
        handle.createUpdate("""
                        insert into sale values (:id, 'R-' || :id, :kind, null, 'S', cast(:at as timestamptz), 0, null,
                          null, 12.50, 'EUR', cast(:at as timestamptz))
                        """)
                .bind("id", id)
                .bind("kind", kind)
                .bind("at", changedAt)
                .execute();
    }
}
