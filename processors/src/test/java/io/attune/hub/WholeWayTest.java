package io.attune.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import io.attune.identity.Records;
import io.attune.monitoring.PipelineMeters;
import io.attune.pipeline.BatchRunner;
import io.attune.pipeline.RecordBatch;
import io.attune.record.ConsentState;
import io.attune.record.SourceRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** All stages with the shipped definitions: eight threads with the same people, and the re-scoring job in between. */
class WholeWayTest {
    private static final int THREADS = 8;
    private static final int BATCH = 40;
    private static final int RECORDS = 3_200;

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path data;

    private final Instant now = Records.NOW;
    private WholeHub whole;
    private Hub hub;

    @BeforeEach
    void start() {
        whole = new WholeHub(POSTGRES, data, now);
        hub = whole.hub();
    }

    @AfterEach
    void stop() throws Exception {
        whole.close();
    }

    @Test
    void theOutcomeIsThatOfARecomputationFromScratch() throws Exception {
        List<SourceRecord> records = records(new Random(5));
        BatchRunner runner = new BatchRunner(new PipelineMeters(new SimpleMeterRegistry()));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < records.size(); i += BATCH) {
                RecordBatch batch = new RecordBatch(records.subList(i, i + BATCH), List.of());
                running.add(threads.submit(() -> {
                    runner.run(batch, whole::process);
                    return batch;
                }));
                if (i % (BATCH * 20) == 0) {
                    running.add(threads.submit(() -> hub.rescore().run()));
                }
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        long distinct = records.stream().map(SourceRecord::key).distinct().count();
        POSTGRES.database().useTransaction(handle -> {
            assertThat(hub.rejects().counts()).isEmpty();
            assertThat(handle.createQuery("select count(*) from record_ledger")
                            .mapTo(Long.class)
                            .one())
                    .isEqualTo(distinct);
            Collection<UUID> profiles = handle.createQuery("select profile_id from profile where merged_into is null")
                    .mapTo(UUID.class)
                    .list();
            var stored = hub.features().stored(handle, profiles);
            assertThat(stored).hasSameSizeAs(profiles);
            hub.features().recount(handle, profiles);
            var computed = hub.features().compute(handle, profiles, now);
            assertThat(stored).isEqualTo(computed);
            assertThat(handle.createQuery(
                                    "select count(*) from score s where not exists (select from profile p where p.profile_id = s.profile_id and merged_into is null)")
                            .mapTo(Long.class)
                            .one())
                    .isZero();
            for (UUID profile : profiles.stream().limit(50).toList()) {
                assertThat(hub.memory().vector(profile).orElseThrow().features())
                        .isEqualTo(computed.get(profile).values());
            }
        });
    }

    private List<SourceRecord> records(Random random) {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            if (i > 0 && random.nextInt(12) == 0) {
                records.add(records.get(random.nextInt(i)));
                continue;
            }
            int person = random.nextInt(300);
            Instant at = now.minusSeconds(1 + random.nextInt(80_000));
            List<String> identifiers = new ArrayList<>(List.of("anonymous_id:a" + person));
            if (random.nextInt(3) == 0) {
                identifiers.add("customer_id:c" + random.nextInt(200));
            }
            if (random.nextInt(5) == 0) {
                identifiers.add("email:e" + random.nextInt(200) + "@example.com");
            }
            String[] names = identifiers.toArray(String[]::new);
            records.add(
                    random.nextInt(4) == 0
                            ? Records.consenting(
                                    "sf:" + i,
                                    "contact-" + person,
                                    at,
                                    random.nextInt(4) == 0 ? ConsentState.WITHDRAWN : ConsentState.GRANTED,
                                    names)
                            : Records.order("web:" + i, "anonymous:" + person, at, names));
        }
        return records;
    }
}
