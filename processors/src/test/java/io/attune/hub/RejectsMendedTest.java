package io.attune.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.error.AttuneException;
import io.attune.identity.IdentityDefinition;
import io.attune.identity.IdentityResolver;
import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.pipeline.IdentityStage;
import io.attune.pipeline.RecordBatch;
import io.attune.pipeline.RejectReplay;
import io.attune.record.RecordCodec;
import io.attune.reject.RejectBook;
import io.attune.reject.RejectChanges;
import io.attune.reject.RejectCount;
import io.attune.reject.RejectEdit;
import io.attune.reject.RejectFilter;
import io.attune.reject.RejectStore;
import io.attune.reject.StoredReject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rejects through the shipped mappings and the store: browsed, edited, replayed and resolved, and nothing counts twice. */
class RejectsMendedTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Path CONFIG = Path.of("../connectors-config");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String BROKEN = "{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"%s\"}";
    private static final String MENDED =
            "{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"%s\",\"userId\":\"u1\"}";

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private Mappings mappings;
    private IdentityStage identity;
    private RejectReplay rejects;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        mappings = new Mappings(CONFIG, IngestSettingsReader.read(CONFIG, Duration.ofHours(24)));
        identity = new IdentityStage(
                POSTGRES.database(),
                new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID),
                new RejectStore(encryption),
                clock);
        rejects = new RejectReplay(
                POSTGRES.database(),
                new RejectBook(encryption),
                new RejectChanges(encryption),
                new IngestWayIn(camel, mappings),
                clock);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ingest-publish")
                        .process(exchange -> store(exchange.getMessage().getBody(IngestBatch.class)));
            }
        });
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private void store(IngestBatch batch) throws Exception {
        RecordCodec codec = new RecordCodec();
        RecordBatch records = new RecordBatch(
                batch.records().stream()
                        .map(record -> codec.read(record.json()))
                        .toList(),
                batch.rejects());
        POSTGRES.transactions().call(() -> identity.resolve(records));
    }

    private void arrive(String source, String mapping, Instant at, String... originals) throws Exception {
        List<Original> all = new ArrayList<>();
        for (String original : originals) {
            all.add(Original.of("topic, place " + all.size(), original, at, Arrival.STORED));
        }
        store(mappings.map(mapping, source, all));
    }

    private long events() {
        return count("select count(*) from event");
    }

    private static long count(String sql) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private StoredReject only() {
        List<StoredReject> all = rejects.list(RejectFilter.ofState("open"), Optional.empty(), 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void anEditedRejectIsOneRecordHoweverOftenItIsReplayed() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"));
        StoredReject broken = only();

        StoredReject still = rejects.replay(broken.id(), "eva");
        assertThat(still.state()).isEqualTo("open");
        assertThat(still.replays()).isEqualTo(1);
        assertThat(events()).isZero();

        rejects.edit(broken.id(), "{", "eva");
        assertThat(rejects.replay(broken.id(), "eva").code()).isEqualTo("NOT_JSON");
        StoredReject edited = rejects.edit(broken.id(), MENDED.formatted("m1"), "max");
        assertThat(edited.editedBy()).contains("max");
        assertThat(rejects.replay(broken.id(), "eva").state()).isEqualTo("replayed");
        assertThat(rejects.replay(broken.id(), "eva").state()).isEqualTo("replayed");

        assertThat(events()).isEqualTo(1);
        assertThat(count("select count(*) from record_ledger")).isEqualTo(1);
        assertThat(rejects.original(broken.id())).contains(BROKEN.formatted("m1"));
        assertThat(rejects.edits(broken.id()))
                .extracting(RejectEdit::edit, RejectEdit::editedBy, RejectEdit::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "eva", "{"),
                        org.assertj.core.groups.Tuple.tuple(2, "max", MENDED.formatted("m1")));
        assertThat(rejects.list(RejectFilter.ofState("open"), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void everyChangeIsInTheAuditWithoutWhatWasReceived() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"), BROKEN.formatted("m2"));
        List<StoredReject> both = rejects.list(RejectFilter.ofState("open"), Optional.empty(), 10);
        UUID one = both.get(0).id();

        rejects.replay(one, "eva");
        rejects.edit(one, MENDED.formatted("m1"), "max");
        rejects.replay(one, "max");
        rejects.resolve(both.get(1).id(), "test data", "ida");

        List<String> audit = POSTGRES.database()
                .inHandle(handle -> handle.createQuery(
                                "select actor || ' ' || action || ' ' || subject || ' ' || detail from audit order by audit_id")
                        .mapTo(String.class)
                        .list());
        assertThat(audit)
                .containsExactly(
                        "eva replay reject in vain " + one + " {}",
                        "max edit reject " + one + " {}",
                        "max replay reject " + one + " {}",
                        "ida resolve reject " + both.get(1).id() + " {\"reason\": \"test data\"}");
    }

    @Test
    void rejectsAreFoundByReasonSourceAndTime() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"), BROKEN.formatted("m2"), "no json");
        arrive("pos", "pos-sale", NOW, "{}");

        assertThat(rejects.counts(RejectFilter.ofState("open")))
                .extracting(RejectCount::source, RejectCount::code, RejectCount::rejects)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("web", "SCHEMA_VIOLATED", 2L),
                        org.assertj.core.groups.Tuple.tuple("pos", "SCHEMA_VIOLATED", 1L),
                        org.assertj.core.groups.Tuple.tuple("web", "NOT_JSON", 1L));
        assertThat(list(Optional.of("web"), Optional.of("SCHEMA_VIOLATED"), Optional.empty(), Optional.empty()))
                .hasSize(2);
        assertThat(list(Optional.empty(), Optional.empty(), Optional.of(NOW), Optional.of(NOW.plusSeconds(1))))
                .hasSize(4);
        assertThat(list(Optional.empty(), Optional.empty(), Optional.of(NOW.plusSeconds(1)), Optional.empty()))
                .isEmpty();
        assertThat(list(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOW)))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() throws Exception {
        String[] originals = new String[25];
        for (int number = 0; number < originals.length; number++) {
            originals[number] = BROKEN.formatted("m" + number);
        }
        arrive("web", "web-event", NOW, originals);

        List<UUID> seen = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        List<StoredReject> page;
        do {
            page = rejects.list(RejectFilter.ofState("open"), after, 10);
            page.forEach(reject -> seen.add(reject.id()));
            after = page.stream().reduce((first, second) -> second).map(StoredReject::id);
        } while (page.size() == 10);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void manyAreReplayedOrResolvedByTheSameFilter() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"), BROKEN.formatted("m2"), "no json");
        arrive("pos", "pos-sale", NOW, "{}");
        for (StoredReject reject :
                list(Optional.of("web"), Optional.of("SCHEMA_VIOLATED"), Optional.empty(), Optional.empty())) {
            rejects.edit(reject.id(), MENDED.formatted(reject.id().toString()), "eva");
        }

        assertThat(rejects.replay(filter("web"), 100, "eva")).isEqualTo(new RejectReplay.Outcome(2, 1));
        assertThat(events()).isEqualTo(2);
        assertThat(rejects.replay(filter("web"), 100, "eva")).isEqualTo(new RejectReplay.Outcome(0, 1));
        assertThat(rejects.resolve(filter("pos"), 100, "the till was being set up", "eva"))
                .isEqualTo(1);
        assertThat(rejects.counts()).isEqualTo(java.util.Map.of("open", 1L, "replayed", 2L, "resolved", 1L));
    }

    @Test
    void whatIsResolvedStaysResolvedAndIsNeitherEditedNorReplayed() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"));
        UUID id = only().id();
        StoredReject resolved = rejects.resolve(id, "test data", "ida");
        assertThat(resolved.resolution()).contains("test data");
        assertThat(resolved.resolvedBy()).contains("ida");

        arrive("web", "web-event", NOW, BROKEN.formatted("m1"));

        assertThat(rejects.find(id).orElseThrow().state()).isEqualTo("resolved");
        assertThatThrownBy(() -> rejects.replay(id, "eva")).hasMessageContaining("is resolved");
        assertThatThrownBy(() -> rejects.edit(id, "{}", "eva")).hasMessageContaining("is resolved");
        assertThatThrownBy(() -> rejects.resolve(id, "again", "eva")).isInstanceOf(AttuneException.class);
        assertThatThrownBy(() -> rejects.resolve(UUID.randomUUID(), "x", "eva"))
                .hasMessageContaining("there is no reject");
    }

    @Test
    void neitherOriginalsNorEditsAreReadableInTheDatabase() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("secret-marker"));
        rejects.edit(only().id(), MENDED.formatted("secret-marker"), "eva");

        assertThat(count("""
                select count(*) from reject r left join reject_edit e using (reject_id)
                where position('secret-marker'::bytea in r.original) > 0 or position('secret-marker'::bytea in r.edited) > 0
                  or position('secret-marker'::bytea in e.edited) > 0
                """)).isZero();
    }

    private List<StoredReject> list(
            Optional<String> source, Optional<String> code, Optional<Instant> from, Optional<Instant> until) {
        return rejects.list(
                new RejectFilter(Optional.of("open"), source, code, Optional.empty(), from, until),
                Optional.empty(),
                100);
    }

    private static RejectFilter filter(String source) {
        return new RejectFilter(
                Optional.empty(),
                Optional.of(source),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
