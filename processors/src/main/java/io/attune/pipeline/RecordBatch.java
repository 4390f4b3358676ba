package io.attune.pipeline;

import io.attune.record.SourceRecord;
import io.attune.reject.Reject;
import java.util.List;

/** Records read from Kafka, and what could not be read as one. */
public record RecordBatch(List<SourceRecord> records, List<Reject> rejects) {
    public RecordBatch {
        records = List.copyOf(records);
        rejects = List.copyOf(rejects);
    }
}
