package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.record.SourceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight threads resolve the same people at once. */
class ConcurrentResolutionTest {
    private static final int THREADS = 8;
    private static final int BATCHES = 12;
    private static final int BATCH = 25;

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    @BeforeEach
    void clear() {
        POSTGRES.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noMergeIsLostAndNothingDeadlocks(long seed) throws Exception {
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        List<List<SourceRecord>> batches = batches(new Random(seed));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (List<SourceRecord> batch : batches) {
                // A resolver a batch, as if each were another node.
                IdentityResolver resolver =
                        new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID);
                results.add(threads.submit(() -> POSTGRES.database()
                        .inTransaction(handle ->
                                resolver.resolve(handle, batch, NOW).records().size())));
            }
            int stored = 0;
            for (Future<Integer> result : results) {
                stored += result.get();
            }
            List<SourceRecord> all = batches.stream().flatMap(List::stream).toList();
            assertThat(stored).isEqualTo((int)
                    all.stream().map(SourceRecord::key).distinct().count());
            POSTGRES.database().useHandle(handle -> {
                assertThat(StoredPeople.read(handle, encryption)).isEqualTo(PartitionOracle.people(all));
                assertThat(handle.createQuery("select count(*) from event")
                                .mapTo(Integer.class)
                                .one())
                        .isEqualTo((int)
                                all.stream().map(SourceRecord::key).distinct().count());
                assertThat(handle.createQuery("""
                                        select count(*) from profile p where merged_into is null and not exists (
                                          select from membership m where m.profile_id = p.profile_id and until is null)
                                        """).mapTo(Integer.class).one()).isZero();
            });
        } finally {
            threads.shutdownNow();
        }
    }

    // Few entities and identifiers, many records: the batches meet at the same people all the time, and a tenth are
    // repeats.
    private static List<List<SourceRecord>> batches(Random random) {
        List<SourceRecord> records = new ArrayList<>();
        for (int i = 0; i < THREADS * BATCHES * BATCH; i++) {
            int key = random.nextInt(10) == 0 ? random.nextInt(i + 1) : i;
            Random ofRecord = new Random(key * 31L + 7);
            int entity = ofRecord.nextInt(600);
            List<String> identifiers = new ArrayList<>();
            identifiers.add("anonymous_id:a" + entity);
            if (ofRecord.nextInt(3) == 0) {
                identifiers.add("customer_id:c" + ofRecord.nextInt(400));
            }
            if (ofRecord.nextInt(6) == 0) {
                identifiers.add("email:e" + ofRecord.nextInt(300) + "@example.com");
            }
            Collections.shuffle(identifiers, random);
            records.add(order("web:" + key, "anonymous:" + entity, NOW, identifiers.toArray(String[]::new)));
        }
        List<List<SourceRecord>> batches = new ArrayList<>();
        for (int i = 0; i < records.size(); i += BATCH) {
            batches.add(records.subList(i, i + BATCH));
        }
        return batches;
    }
}
