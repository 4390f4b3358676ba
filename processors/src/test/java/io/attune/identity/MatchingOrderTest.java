package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the order and the batches in which records come, and even at the same moment, those who surely are one are one in the end. */
class MatchingOrderTest {
    private static final PostgresDatabase POSTGRES = new PostgresDatabase();
    private static final List<String> GIVEN = List.of("Robert", "Julia", "Noah", "Matilda", "Elizabeth", "Oliver");
    private static Encryption encryption;

    @BeforeContainer
    static void open() throws IOException {
        POSTGRES.open();
        encryption = new KeysetFile(Files.createTempDirectory("matching-order").resolve("keyset.json")).open();
    }

    @AfterContainer
    static void close() throws SQLException {
        POSTGRES.close();
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void anyOrderAndAnyBatchesEndTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<SourceRecord> records = records(random);
        Set<Set<String>> expected = outcome(List.of(records));
        assertThat(expected).hasSizeLessThan(records.size());
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(records, random);
            assertThat(outcome(batches(records, random))).isEqualTo(expected);
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void whatComesAtTheSameMomentIsFoundByTheRecheck(@ForAll long seed) {
        Random random = new Random(seed);
        List<SourceRecord> records = records(random);
        Set<Set<String>> expected = outcome(List.of(records));
        Collections.shuffle(records, random);
        POSTGRES.clear();
        MatchedStore store = new MatchedStore(POSTGRES.database(), encryption);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CompletableFuture.allOf(batches(records, random).stream()
                            .map(batch -> CompletableFuture.runAsync(
                                    () -> store.receive(batch.toArray(SourceRecord[]::new)), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
        new MatchJob(
                        POSTGRES.database(),
                        () -> DriverManager.getConnection(POSTGRES.url()),
                        store.probable,
                        store.resolver,
                        MatchedStore.CLOCK,
                        store.changed::addAll)
                .tend();

        assertThat(store.people()).isEqualTo(expected);
    }

    private static Set<Set<String>> outcome(List<List<SourceRecord>> batches) {
        POSTGRES.clear();
        MatchedStore store = new MatchedStore(POSTGRES.database(), encryption);
        batches.forEach(batch -> store.receive(batch.toArray(SourceRecord[]::new)));
        return store.people();
    }

    private static List<List<SourceRecord>> batches(List<SourceRecord> records, Random random) {
        List<List<SourceRecord>> batches = new ArrayList<>();
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(6));
            batches.add(List.copyOf(records.subList(from, to)));
            from = to;
        }
        return batches;
    }

    /** People with one to four records each, with a slip or a gap here and there. */
    private static List<SourceRecord> records(Random random) {
        List<SourceRecord> records = new ArrayList<>();
        for (int person = 0; person < 10; person++) {
            String family = random.ints(8, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Map<String, String> known = Map.of(
                    "given_name",
                    GIVEN.get(random.nextInt(GIVEN.size())),
                    "family_name",
                    family,
                    "birth_date",
                    String.format(
                            Locale.ROOT,
                            "%d-%02d-%02d",
                            1940 + random.nextInt(60),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28)),
                    "city",
                    random.nextBoolean() ? "Leeds" : "York",
                    "postcode",
                    "LS" + random.nextInt(10));
            for (int copy = random.nextInt(4); copy >= 0; copy--) {
                Map<String, String> told = new HashMap<>(known);
                if (random.nextInt(3) == 0) {
                    told.put("family_name", family.charAt(1) + family.substring(0, 1) + family.substring(2));
                }
                if (random.nextInt(4) == 0) {
                    told.remove(random.nextBoolean() ? "city" : "postcode");
                }
                String entity = person + "-" + copy;
                records.add(contact("key:" + entity, entity, NOW, told));
            }
        }
        return records;
    }
}
