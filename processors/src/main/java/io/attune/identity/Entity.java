package io.attune.identity;

import io.attune.record.SourceRecord;

/** One entity of one source, of which there is one node. */
record Entity(String source, String name) {
    static Entity of(SourceRecord record) {
        return new Entity(record.source(), record.entity());
    }
}
