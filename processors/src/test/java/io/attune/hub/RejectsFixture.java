package io.attune.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
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
import io.attune.reject.RejectFilter;
import io.attune.reject.StoredReject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rejects through the shipped mappings and the store, for tests of what is done about them; each extends this. */
abstract class RejectsFixture {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    static final Path CONFIG = Path.of("../connectors-config");
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final String BROKEN = "{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"%s\"}";
    static final String MENDED =
            "{\"type\":\"track\",\"event\":\"Order Completed\",\"messageId\":\"%s\",\"userId\":\"u1\"}";

    @TempDir
    Path folder;

    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final DefaultCamelContext camel = new DefaultCamelContext();
    Mappings mappings;
    IdentityStage identity;
    RejectReplay rejects;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        mappings = new Mappings(CONFIG, IngestSettingsReader.read(CONFIG, Duration.ofHours(24)));
        identity = PublishedBatches.identity(POSTGRES, encryption, clock);
        rejects = new RejectReplay(
                POSTGRES.database(),
                new RejectBook(encryption),
                new RejectChanges(encryption),
                new IngestWayIn(camel, mappings),
                clock);
        PublishedBatches.start(camel, this::store);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    void store(IngestBatch batch) throws Exception {
        RecordCodec codec = new RecordCodec();
        RecordBatch records = new RecordBatch(
                batch.records().stream()
                        .map(record -> codec.read(record.json()))
                        .toList(),
                batch.rejects());
        POSTGRES.transactions().call(() -> identity.resolve(records));
    }

    void arrive(String source, String mapping, Instant at, String... originals) throws Exception {
        List<Original> all = new ArrayList<>();
        for (String original : originals) {
            all.add(Original.of("topic, place " + all.size(), original, at, Arrival.STORED));
        }
        store(mappings.map(mapping, source, all));
    }

    static long count(String sql) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    StoredReject only() {
        List<StoredReject> all = rejects.list(RejectFilter.ofState("open"), Optional.empty(), 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    List<StoredReject> list(
            Optional<String> source, Optional<String> code, Optional<Instant> from, Optional<Instant> until) {
        return rejects.list(
                new RejectFilter(Optional.of("open"), source, code, Optional.empty(), from, until),
                Optional.empty(),
                100);
    }
}
