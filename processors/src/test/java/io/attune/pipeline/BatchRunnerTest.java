package io.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.identity.Records;
import io.attune.monitoring.PipelineMeters;
import io.attune.record.RecordException;
import io.attune.record.SourceRecord;
import io.attune.reject.Reject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchRunnerTest {
    private final BatchRunner runner = new BatchRunner(new PipelineMeters(new SimpleMeterRegistry()));
    private final List<String> committed = new ArrayList<>();
    private final List<Reject> rejected = new ArrayList<>();
    private int transactions;

    private static RecordBatch batch(int records) {
        List<SourceRecord> list = IntStream.range(0, records)
                .mapToObj(i -> (SourceRecord) Records.order("web:" + i, "user:" + i, Records.NOW))
                .toList();
        return new RecordBatch(list, List.of());
    }

    private BatchRunner.Transaction failingOn(Set<String> culprits, Exception failure) {
        return batch -> {
            transactions++;
            if (batch.records().stream().anyMatch(record -> culprits.contains(record.key()))) {
                throw failure;
            }
            batch.records().forEach(record -> committed.add(record.key()));
            rejected.addAll(batch.rejects());
        };
    }

    @Test
    void aGoodBatchTakesOneTransaction() throws Exception {
        runner.run(batch(500), failingOn(Set.of(), new IllegalStateException()));
        assertThat(committed).hasSize(500);
        assertThat(transactions).isEqualTo(1);
    }

    @Test
    void theCulpritsBecomeRejectsAndEverythingElseIsCommittedOnce() throws Exception {
        runner.run(
                batch(500),
                failingOn(
                        Set.of("web:3", "web:499"),
                        new StageException("features", new RecordException("RECORD_ODD", "it is odd: mend it"))));
        assertThat(committed).hasSize(498).doesNotHaveDuplicates();
        assertThat(rejected).hasSize(2).allSatisfy(reject -> {
            assertThat(reject.stage()).isEqualTo("features");
            assertThat(reject.code()).isEqualTo("RECORD_ODD");
            assertThat(reject.reason()).isEqualTo("it is odd: mend it");
            assertThat(reject.original()).contains("\"schema\":\"event/1\"");
        });
        assertThat(transactions).isLessThan(45);
    }

    @Test
    void aRejectOfTheDatabaseQuotesNoValues() throws Exception {
        runner.run(
                batch(1),
                failingOn(
                        Set.of("web:0"),
                        new StageException(
                                "resolve",
                                new IllegalStateException(
                                        new SQLException("value 'ann@example.com' is bad", "22021")))));
        assertThat(rejected).singleElement().satisfies(reject -> {
            assertThat(reject.code()).isEqualTo("SQL_22021");
            assertThat(reject.reason()).doesNotContain("ann@example.com");
        });
    }

    @Test
    void anOutageGivesTheBatchBack() {
        SQLException gone = new SQLException("the database system is shutting down", "57P01");
        assertThatThrownBy(() -> runner.run(batch(8), failingOn(Set.of("web:0"), gone)))
                .isSameAs(gone);
        assertThat(transactions).isEqualTo(1);
        assertThat(rejected).isEmpty();
    }

    @Test
    void aDeadlockIsTriedAgainAtOnce() throws Exception {
        runner.run(batch(8), batch -> {
            transactions++;
            if (transactions < 3) {
                throw new SQLException("deadlock detected", "40P01");
            }
            batch.records().forEach(record -> committed.add(record.key()));
        });
        assertThat(transactions).isEqualTo(3);
        assertThat(committed).hasSize(8);
    }

    @Test
    void aFailureWithoutAnyRecordIsGivenBack() {
        RuntimeException broken = new IllegalStateException("no stage works");
        assertThatThrownBy(() -> runner.run(batch(4), batch -> {
                    transactions++;
                    throw broken;
                }))
                .isSameAs(broken);
    }
}
