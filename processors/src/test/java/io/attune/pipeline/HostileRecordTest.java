package io.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.identity.IdentityDefinition;
import io.attune.identity.IdentityResolver;
import io.attune.identity.Records;
import io.attune.monitoring.PipelineMeters;
import io.attune.profile.ProfileStore;
import io.attune.profile.ProfileView;
import io.attune.record.RecordCodec;
import io.attune.reject.RejectBook;
import io.attune.reject.RejectChanges;
import io.attune.reject.RejectFilter;
import io.attune.reject.RejectStore;
import io.attune.reject.StoredReject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a topic holds ends as a reject or as harmless text, and nothing else stops. */
class HostileRecordTest {
    private static final String GOOD = """
            {"schema":"event/1","key":"web:good-%d","source":"web","entity":"user:1","occurredAt":"2026-06-01T10:00:00Z",
             "receivedAt":"2026-06-01T10:00:01Z","identifiers":[{"kind":"customer_id","value":"1"}],
             "type":"Product Viewed","properties":{"product_id":"p"}}""";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(Records.NOW, ZoneOffset.UTC);
    private final BatchRunner runner = new BatchRunner(new PipelineMeters(new SimpleMeterRegistry()));
    private Encryption encryption;
    private IdentityStage identity;
    private RejectStore rejects;

    @BeforeEach
    void start() {
        POSTGRES.clear();
        encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        rejects = new RejectStore(encryption);
        identity = new IdentityStage(
                POSTGRES.database(),
                new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID),
                rejects,
                clock);
    }

    private void process(String... messages) throws Exception {
        List<Exchange> exchanges = new ArrayList<>();
        try (SimpleCamelContext camel = new SimpleCamelContext()) {
            for (String message : messages) {
                Exchange exchange = new DefaultExchange(camel);
                exchange.getMessage().setBody(message);
                exchange.getMessage().setHeader(KafkaConstants.TOPIC, "attune.records");
                exchange.getMessage().setHeader(KafkaConstants.PARTITION, 0);
                exchange.getMessage().setHeader(KafkaConstants.OFFSET, (long) exchanges.size());
                exchanges.add(exchange);
            }
            RecordBatch batch = new RecordParser(clock).parse(exchanges);
            runner.run(batch, part -> POSTGRES.transactions().call(() -> identity.resolve(part)));
        }
    }

    private List<StoredReject> open() {
        return POSTGRES.database()
                .inHandle(handle ->
                        new RejectBook(encryption).list(handle, RejectFilter.ofState("open"), Optional.empty(), 100));
    }

    private int events() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select count(*) from event")
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void badMessagesAreRejectedWithAReasonAndGoodOnesGoOn() throws Exception {
        process(
                GOOD.formatted(1),
                "",
                "no json",
                "[1,2]",
                "{\"schema\":\"event/1\"}",
                "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
                GOOD.formatted(2).replace("2026-06-01T10:00:00Z", "+999999999-01-01T00:00:00Z"),
                GOOD.formatted(3).replace("2026-06-01T10:00:00Z", "0001-01-01T00:00:00Z"),
                GOOD.formatted(4).replace("2026-06-01T10:00:00Z", "2031-06-01T10:00:00Z"),
                GOOD.formatted(5).replace("\"product_id\":\"p\"", "\"product_id\":\"" + "x".repeat(70_000) + "\""),
                GOOD.formatted(6)
                        .replace("\"type\":\"Product Viewed\"", "\"type\":\"Order Completed\",\"amount\":1e400"),
                GOOD.formatted(7).replace("event/1", "weather/1"),
                GOOD.formatted(8));
        assertThat(events()).isEqualTo(2);
        assertThat(open()).hasSize(11).allSatisfy(reject -> {
            assertThat(reject.stage()).isEqualTo("parse");
            assertThat(reject.place()).contains("attune.records partition 0 offset");
            assertThat(reject.reason()).isNotBlank();
        });
        assertThat(open())
                .extracting(StoredReject::code)
                .contains(
                        "RECORD_NOT_JSON",
                        "RECORD_TIME_ABSURD",
                        "RECORD_IN_THE_FUTURE",
                        "RECORD_SCHEMA_UNKNOWN",
                        "RECORD_FIELD_MISSING");
    }

    @Test
    void whatThePostgresRefusesBecomesHarmlessText() throws Exception {
        String hostile = "\\u0000'; drop table event; -- <script>alert(1)</script> {{ 7*7 }} ${bean:x} \\ud800";
        process(GOOD.formatted(1)
                .replace("\"p\"", '"' + hostile + '"')
                .replace("\"value\":\"1\"", "\"value\":\"" + hostile + '"')
                .replace("user:1", hostile)
                .replace("web:good-1", "web:" + hostile)
                .replace("Product Viewed", hostile));
        assertThat(open()).isEmpty();
        assertThat(events()).isEqualTo(1);
        POSTGRES.database().useHandle(handle -> {
            UUID profile = handle.createQuery("select profile_id from profile")
                    .mapTo(UUID.class)
                    .one();
            ProfileView view =
                    new ProfileStore(encryption).view(handle, profile).orElseThrow();
            assertThat(view.identifier("customer_id").orElseThrow()).contains("drop table event", "{{ 7*7 }}");
        });
    }

    @Test
    void aRejectIsOneHoweverOftenItArrivesAndItsOriginalIsEncrypted() throws Exception {
        process("{\"key\":\"web:1\",\"email\":\"ann@example.com\"}");
        process("{\"key\":\"web:1\",\"email\":\"ann@example.com\"}");
        assertThat(open()).hasSize(1);
        UUID reject = open().get(0).id();
        POSTGRES.database().useHandle(handle -> {
            assertThat(new RejectBook(encryption).original(handle, reject))
                    .hasValueSatisfying(text -> assertThat(text).contains("ann@example.com"));
            assertThat(handle.createQuery("select string_agg(r::text, ' ') from reject r")
                            .mapTo(String.class)
                            .one())
                    .doesNotContain("ann@example.com");
        });
    }

    @Test
    void aReplayedRejectIsOpenAgainOnlyWhenItFailsAgain() throws Exception {
        process("no json");
        List<String> sent = new ArrayList<>();
        RejectReplay replay = new RejectReplay(
                POSTGRES.database(),
                new RejectBook(encryption),
                new RejectChanges(encryption),
                texts -> {
                    sent.addAll(texts.values());
                    return Map.of();
                },
                clock);
        UUID id = open().get(0).id();
        assertThat(replay.replay(id, "eva").state()).isEqualTo("replayed");
        assertThat(sent).containsExactly("no json");
        assertThat(replay.counts()).isEqualTo(Map.of("replayed", 1L));
        process("no json");
        assertThat(replay.counts()).isEqualTo(Map.of("open", 1L));
    }

    @Test
    void recordsSurviveTheirCodec() {
        RecordCodec codec = new RecordCodec();
        var record = Records.order("web:1", "user:1", Records.NOW, "email:ann@example.com");
        assertThat(codec.read(codec.write(record))).isEqualTo(record);
        var contact =
                Records.contact("sf:1", "1", Records.NOW, Map.of("given_name", "Ann", "street", ""), "phone:+491");
        assertThat(codec.read(codec.write(contact))).isEqualTo(contact);
    }
}
