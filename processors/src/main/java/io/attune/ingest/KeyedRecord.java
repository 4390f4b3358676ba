package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record on its way to Kafka.
 *
 * @param partitionKey its strongest identifier, {@code kind:value}, so that what one source says of one person stays
 *     in order
 * @param json the canonical form; treat it as immutable
 */
public record KeyedRecord(String partitionKey, JsonNode json) {
    /** The record's own key: source, id and version. */
    public String key() {
        return json.path("key").asText();
    }
}
