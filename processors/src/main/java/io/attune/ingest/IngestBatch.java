package io.attune.ingest;

import io.attune.reject.Reject;
import java.util.List;

/** What became of a batch of originals: every one is among the records, at least once, or is a reject. Immutable. */
public record IngestBatch(List<KeyedRecord> records, List<Reject> rejects) {
    public IngestBatch {
        records = List.copyOf(records);
        rejects = List.copyOf(rejects);
    }
}
