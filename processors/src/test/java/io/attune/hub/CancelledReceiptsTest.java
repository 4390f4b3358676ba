package io.attune.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import io.attune.feature.FeatureVector;
import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.pipeline.RecordBatch;
import io.attune.record.RecordCodec;
import io.attune.record.SourceRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From what a till writes to what features say: a cancelled receipt never was, a refunded one was and came back. */
class CancelledReceiptsTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final RecordCodec CODEC = new RecordCodec();

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path data;

    private WholeHub whole;

    @BeforeEach
    void start() {
        POSTGRES.clear();
        whole = new WholeHub(POSTGRES, data, NOW);
    }

    @AfterEach
    void stop() throws Exception {
        whole.close();
    }

    @Test
    void aRowThatIsCancelledLaterIsTakenBack() throws Exception {
        take(row(1, "sale", "10.00", "2026-05-20T10:00:00Z"));
        take(row(2, "sale", "99.00", "2026-05-25T10:00:00Z"));
        assertThat(feature("orders_30d")).isEqualTo(2.0);

        take(row(2, "cancelled", "99.00", "2026-05-25T10:00:00Z"));

        assertThat(feature("orders_30d")).isEqualTo(1.0);
        assertThat(feature("revenue_30d")).isEqualTo(10.0);
        assertThat(feature("refunds_365d")).isEqualTo(0.0);
        assertThat((Double) feature("days_since_last_order"))
                .as("the cancelled order is not the last one")
                .isGreaterThan(11);
    }

    @Test
    void aRowThatIsRefundedCountsAsBoth() throws Exception {
        take(row(1, "sale", "10.00", "2026-05-20T10:00:00Z"));
        take(row(2, "refund", "10.00", "2026-05-21T10:00:00Z"));

        assertThat(feature("orders_30d")).isEqualTo(1.0);
        assertThat(feature("refunds_365d")).isEqualTo(1.0);
    }

    @Test
    void linesOfAFileSayTheSame() throws Exception {
        take(lines("R1", "10,00", "sale"), lines("R2", "99,00", "sale"));
        take(lines("R2", "99,00", "cancelled"), lines("R3", "5,00", "cancelled"), lines("R4", "3,00", "refund"));

        assertThat(feature("orders_30d")).isEqualTo(1.0);
        assertThat(feature("revenue_30d")).isEqualTo(10.0);
        assertThat(feature("refunds_365d")).isEqualTo(1.0);
    }

    @Test
    void theOrderInWhichTheyComeDoesNotMatter() throws Exception {
        List<SourceRecord> records = new ArrayList<>();
        for (int receipt = 1; receipt <= 20; receipt++) {
            String at = "2026-05-2" + receipt % 10 + "T10:00:0" + receipt % 3 + "Z";
            records.addAll(records("pos-sale", row(receipt, "sale", receipt + ".00", at)));
            if (receipt % 4 == 0) {
                records.addAll(records("pos-sale", row(receipt, "cancelled", receipt + ".00", at)));
            }
        }
        Collections.shuffle(records, new Random(7));
        for (SourceRecord each : records) {
            whole.process(new RecordBatch(List.of(each), List.of()));
        }

        assertThat(feature("orders_30d")).isEqualTo(15.0);
        assertThat(feature("revenue_30d")).isEqualTo(210.0 - 60.0);
    }

    private void take(String... originals) throws Exception {
        for (String original : originals) {
            String mapping = original.contains("\"rows\"") ? "pos-file,pos-sale" : "pos-sale";
            whole.process(new RecordBatch(records(mapping, original), List.of()));
        }
    }

    private List<SourceRecord> records(String mapping, String original) {
        IngestBatch batch = ((Mappings) whole.hub().beans().get("mappings"))
                .map(mapping, "pos", List.of(Original.of("test", original, NOW, Arrival.STORED)));
        assertThat(batch.rejects()).isEmpty();
        return batch.records().stream().map(record -> CODEC.read(record.json())).toList();
    }

    private static String row(int id, String kind, String total, String soldAt) {
        return """
                {"sale_id":%d,"receipt":"R%d","kind":"%s","sold_at":"%s","updated_at":"2026-06-01T11:00:00Z","loyalty_id":"L1",
                 "total":%s,"currency":"EUR","lines":[]}""".formatted(id, id, kind, soldAt, total);
    }

    private static String lines(String receipt, String total, String kind) {
        return """
                {"rows":[{"receipt":"%s","sold_at":"2026-05-20T10:00:00Z","total":"%s","currency":"EUR","loyalty_id":"L1",
                 "kind":"%s"}]}""".formatted(receipt, total, kind);
    }

    private Object feature(String name) {
        // Receipts of days ago are history, of which the job makes vectors.
        whole.hub().rescore().run();
        return POSTGRES.database().inTransaction(handle -> {
            UUID person = handle.createQuery("select profile_id from profile")
                    .mapTo(UUID.class)
                    .one();
            FeatureVector served =
                    whole.hub().features().stored(handle, Set.of(person)).get(person);
            whole.hub().features().recount(handle, Set.of(person));
            FeatureVector recomputed =
                    whole.hub().features().compute(handle, Set.of(person), NOW).get(person);
            assertThat(served.values()).as("served as recomputed").isEqualTo(recomputed.values());
            return served.values().get(name);
        });
    }
}
