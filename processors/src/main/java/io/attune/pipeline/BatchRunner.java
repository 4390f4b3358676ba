package io.attune.pipeline;

import io.attune.error.AttuneException;
import io.attune.monitoring.PipelineMeters;
import io.attune.record.RecordCodec;
import io.attune.record.SourceRecord;
import io.attune.reject.Reject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets a batch through, whatever is in it: one that other batches were in the way of is tried again at once; one with a bad record is
 * split into halves, each in a transaction of its own, down to the culprit, which becomes a reject in the transaction that
 * succeeds; one that fails for reasons outside is given back, so that Kafka hands it over again. Thread-safe.
 */
public final class BatchRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final int CONTENTION_ATTEMPTS = 5;
    private static final String PLACE = "route profile-batch";

    /** Takes a batch through all stages in one transaction. */
    @FunctionalInterface
    public interface Transaction {
        void run(RecordBatch batch) throws Exception;
    }

    private final PipelineMeters meters;
    private final RecordCodec codec = new RecordCodec();

    public BatchRunner(PipelineMeters meters) {
        this.meters = meters;
    }

    /**
     * Gets the batch through.
     *
     * @throws Exception what stands in the way outside; nothing of the batch that was not committed before is lost
     */
    public void run(RecordBatch batch, Transaction transaction) throws Exception {
        Optional<Exception> failed = attempt(batch, transaction);
        if (failed.isEmpty()) {
            batch.rejects().forEach(reject -> meters.rejected(reject.stage(), reject.code()));
            return;
        }
        Exception failure = failed.get();
        if (Failure.of(failure) != Failure.RECORDS || batch.records().isEmpty()) {
            throw failure;
        }
        if (batch.records().size() == 1) {
            SourceRecord culprit = batch.records().get(0);
            LOG.warn("A record of {} becomes a reject: {}", culprit.source(), reason(failure));
            RecordBatch rejected = new RecordBatch(List.of(), with(batch.rejects(), reject(culprit, failure)));
            run(rejected, transaction);
            return;
        }
        int middle = batch.records().size() / 2;
        run(new RecordBatch(batch.records().subList(0, middle), batch.rejects()), transaction);
        run(new RecordBatch(batch.records().subList(middle, batch.records().size()), List.of()), transaction);
    }

    private Optional<Exception> attempt(RecordBatch batch, Transaction transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.run(batch);
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(e);
            } catch (Exception e) {
                Failure failure = Failure.of(e);
                meters.failed(failure.name().toLowerCase(Locale.ROOT));
                if (failure != Failure.CONTENTION || attempt == CONTENTION_ATTEMPTS) {
                    return Optional.of(e);
                }
                LOG.info("A batch of {} is tried again: {}", batch.records().size(), e.getMessage());
            }
        }
    }

    private Reject reject(SourceRecord culprit, Exception failure) {
        return new Reject(
                Optional.of(culprit.key()),
                culprit.source(),
                stage(failure),
                PLACE,
                code(failure),
                reason(failure),
                codec.write(culprit),
                culprit.receivedAt());
    }

    private static List<Reject> with(List<Reject> rejects, Reject further) {
        return Stream.concat(rejects.stream(), Stream.of(further)).toList();
    }

    private static String stage(Throwable failure) {
        return find(failure, StageException.class).map(StageException::stage).orElse("unknown");
    }

    private static String code(Throwable failure) {
        return find(failure, AttuneException.class)
                .map(AttuneException::code)
                .orElseGet(() -> find(failure, SQLException.class)
                        .map(sql -> "SQL_" + sql.getSQLState())
                        .orElse("STAGE_FAILED"));
    }

    // A message of PostgreSQL quotes values, which are personal: only ours is kept, and the kind of the others.
    private static String reason(Throwable failure) {
        return find(failure, AttuneException.class).map(Throwable::getMessage).orElseGet(() -> {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return root.getClass().getSimpleName() + " in the stage; mend the record or the definition, then replay";
        });
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
