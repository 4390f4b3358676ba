package io.attune.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.MovableClock;
import io.attune.identity.Records;
import io.attune.record.Event;
import io.attune.record.SourceRecord;
import io.attune.reject.Reject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QualityWatchTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final QualityDefinition DEFINITION = QualityDefinitionReader.read(Path.of("../connectors-config"));

    private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:30:00Z"));
    private final QualityWatch watch = new QualityWatch(POSTGRES.database(), DEFINITION, clock);
    private final QualityHistory history = new QualityHistory(POSTGRES.database(), DEFINITION, clock);

    @BeforeEach
    void clear() {
        POSTGRES.clear();
    }

    private void commit(QualityWatch by, List<SourceRecord> records, Map<String, Long> repeats, Reject... rejects) {
        Observation observation = POSTGRES.database()
                .inTransaction(handle -> by.observe(handle, records, repeats, List.of(rejects), clock.instant()));
        by.absorb(observation);
    }

    private Event order(String key, double amount) {
        Event plain = Records.order(key, "user:1", clock.instant(), "customer_id:1", "email:ann@example.com");
        return new Event(
                plain.header(),
                plain.type(),
                Optional.of(BigDecimal.valueOf(amount)),
                plain.currency(),
                JsonNodeFactory.instance.objectNode().put("order_id", key));
    }

    private SourceQuality of(String source) {
        return history.summary(Duration.ofHours(24)).stream()
                .filter(each -> each.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private List<String> flags() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select flag from record_flag order by flag")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void countsWhatEverySourceSent() {
        commit(watch, List.of(order("web:1", 10), order("web:2", 12)), Map.of("web", 1L), reject("web"));
        commit(watch, List.of(contact("sf:1", Map.of("given_name", "Ann"))), Map.of());
        watch.flush();
        clock.advance(Duration.ofMinutes(10));

        SourceQuality web = of("web");
        assertThat(web.records()).isEqualTo(2);
        assertThat(web.repeats()).isEqualTo(1);
        assertThat(web.rejects()).isEqualTo(1);
        assertThat(web.duplicateRate()).contains(1.0 / 3);
        assertThat(web.rejectRate()).contains(0.25);
        assertThat(web.freshnessSeconds()).contains(600L);
        assertThat(web.newCategories()).isEqualTo(2);
        assertThat(of("salesforce").records()).isEqualTo(1);
    }

    @Test
    void completenessIsOfTheRecordsOfAKindAndZeroForWhatIsGone() {
        commit(
                watch,
                List.of(
                        contact("sf:1", Map.of("given_name", "Ann", "city", "Oslo")),
                        contact("sf:2", Map.of("given_name", "Bea", "city", ""))),
                Map.of());
        watch.flush();
        assertThat(of("salesforce").completeness())
                .extracting(
                        SourceQuality.Completeness::kind,
                        SourceQuality.Completeness::field,
                        SourceQuality.Completeness::share)
                .containsExactly(tuple("customer", "city", 0.5), tuple("customer", "given_name", 1.0));

        clock.advance(Duration.ofDays(2));
        commit(watch, List.of(contact("sf:3", Map.of("given_name", "Cleo"))), Map.of());
        watch.flush();

        assertThat(of("salesforce").completeness())
                .extracting(SourceQuality.Completeness::field, SourceQuality.Completeness::share)
                .containsExactly(tuple("city", 0.0), tuple("given_name", 1.0));
    }

    @Test
    void missingFieldsAndOutliersFlagTheRecord() {
        List<SourceRecord> usual = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            usual.add(order("web:" + number, 20 + number % 17));
        }
        commit(watch, usual, Map.of());
        assertThat(flags()).isEmpty();

        commit(watch, List.of(order("web:wild", 90_000), contact("sf:1", Map.of("given_name", "Ann"))), Map.of());
        watch.flush();

        assertThat(flags()).containsExactly("missing:email", "missing:family_name", "outlier:amount");
        assertThat(of("web").outliers()).isEqualTo(1);
        assertThat(of("web").flagged()).isEqualTo(1);
    }

    @Test
    void whatIsUsualIsKnownAfterARestart() {
        List<SourceRecord> usual = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            usual.add(order("web:" + number, 20 + number % 17));
        }
        commit(watch, usual, Map.of());
        watch.flush();

        QualityWatch later = new QualityWatch(POSTGRES.database(), DEFINITION, clock);
        var executor = Executors.newSingleThreadScheduledExecutor();
        try {
            later.start(executor);
            commit(later, List.of(order("web:wild", 90_000)), Map.of());
        } finally {
            later.close();
            executor.shutdownNow();
        }

        assertThat(flags()).containsExactly("outlier:amount");
    }

    @Test
    void twoNodesAddAndAnUncommittedBatchCountsNothing() {
        QualityWatch other = new QualityWatch(POSTGRES.database(), DEFINITION, clock);
        commit(watch, List.of(order("web:1", 10)), Map.of());
        commit(other, List.of(order("web:2", 10)), Map.of());
        POSTGRES.database().useHandle(handle -> {
            handle.begin();
            watch.observe(handle, List.of(order("web:3", 10)), Map.of(), List.of(), clock.instant());
            handle.rollback();
        });
        watch.flush();
        other.flush();
        other.flush();

        assertThat(of("web").records()).isEqualTo(2);
        assertThat(of("web").newCategories()).isEqualTo(2);
    }

    @Test
    void theHistoryHasARowForEveryHourAndDay() {
        for (int hour = 0; hour < 3; hour++) {
            commit(watch, List.of(order("web:" + hour, 10)), Map.of());
            watch.flush();
            clock.advance(Duration.ofHours(8));
        }
        QualityHistory.Question hours =
                new QualityHistory.Question("web", "", "", Instant.EPOCH, clock.instant(), false, 100);
        assertThat(history.rows(hours)).extracting(QualityRow::records).containsExactly(1L, 1L, 1L);
        assertThat(history.rows(new QualityHistory.Question(
                        "web", "Order Completed", "amount", Instant.EPOCH, clock.instant(), true, 100)))
                .extracting(QualityRow::since, QualityRow::present)
                .containsExactly(
                        tuple(Instant.parse("2026-06-02T00:00:00Z"), 1L),
                        tuple(Instant.parse("2026-06-01T00:00:00Z"), 2L));

        clock.advance(Duration.ofDays(10_000));
        assertThat(history.forget()).isPositive();
        assertThat(history.rows(hours)).isEmpty();
    }

    @Test
    void batchesAreCountedWhileOthersAreBeingWritten() throws Exception {
        commit(watch, List.of(order("web:1", 10)), Map.of());
        Thread writer = new Thread(watch::flush);
        POSTGRES.database().useTransaction(handle -> {
            handle.execute("lock table quality_hour in exclusive mode");
            writer.start();
            await().until(() -> waitsForTheLock(handle));

            Thread counter = new Thread(() -> commit(watch, List.of(order("web:2", 10)), Map.of()));
            counter.start();
            await().until(() -> !counter.isAlive());
            assertThat(writer.isAlive()).isTrue();
        });
        writer.join();
        assertThat(of("web").records()).isEqualTo(1);
        watch.flush();

        assertThat(of("web").records()).isEqualTo(2);
    }

    private static boolean waitsForTheLock(Handle handle) {
        return handle.createQuery(
                                "select count(*) from pg_locks where relation = 'quality_hour'::regclass and not granted")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    @Test
    void typesThatStrangersMakeUpDoNotGrowWithoutEnd() {
        List<SourceRecord> records = new ArrayList<>();
        for (int number = 0; number < 500; number++) {
            Event plain = order("web:" + number, 10);
            records.add(
                    new Event(plain.header(), "Type " + number, plain.amount(), plain.currency(), plain.properties()));
        }
        commit(watch, records, Map.of());
        watch.flush();

        long kinds = POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select count(distinct kind) from quality_hour")
                        .mapTo(Long.class)
                        .one());
        assertThat(kinds).isEqualTo(102);
        assertThat(of("web").records()).isEqualTo(500);
    }

    private SourceRecord contact(String key, Map<String, String> attributes) {
        return Records.contact(key, "contact-" + key, clock.instant(), attributes);
    }

    private Reject reject(String source) {
        return new Reject(Optional.empty(), source, "map", "here", "NOT_JSON", "r", "o", clock.instant());
    }
}
