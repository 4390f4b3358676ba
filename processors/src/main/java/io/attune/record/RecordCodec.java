package io.attune.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * Canonical records as JSON, read with limits: hostile input ends as a {@link RecordException}. Unknown fields are ignored, so that
 * a newer writer is understood. Thread-safe.
 */
public final class RecordCodec {
    /** Length of a record, in characters, from which it is refused. */
    public static final int MAXIMUM_LENGTH = 512 * 1024;

    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(64)
                            .maxStringLength(64 * 1024)
                            .maxNameLength(1024)
                            .maxDocumentLength(MAXIMUM_LENGTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Reads a record, whatever its kind. */
    public SourceRecord read(String text) {
        return read(tree(text));
    }

    /** Reads a record that is JSON already. */
    public SourceRecord read(JsonNode tree) {
        return new RecordReader(tree).read();
    }

    /** The record key of a text that may not be a record at all: what a reject can be found by. */
    public Optional<String> keyOf(String text) {
        try {
            return Optional.of(json.readTree(text).path("key").asText()).filter(key -> !key.isEmpty());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    public String write(SourceRecord record) {
        try {
            return json.writeValueAsString(tree(record));
        } catch (JsonProcessingException e) {
            throw new RecordException("RECORD_UNWRITABLE", "the record could not be written as JSON", e);
        }
    }

    private JsonNode tree(String text) {
        if (text.length() > MAXIMUM_LENGTH) {
            throw new RecordException(
                    "RECORD_TOO_LARGE",
                    "the record has " + text.length() + " characters; at most " + MAXIMUM_LENGTH + " are accepted");
        }
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            // The original message may quote the record, which is personal: the place is enough.
            throw new RecordException(
                    "RECORD_NOT_JSON",
                    "the record is no JSON within the limits (32 levels, 64 KiB a string), at "
                            + (e.getLocation() == null
                                    ? "its end"
                                    : "line " + e.getLocation().getLineNr() + ", column "
                                            + e.getLocation().getColumnNr()));
        }
    }

    private ObjectNode tree(SourceRecord record) {
        RecordHeader header = record.header();
        ObjectNode tree = json.createObjectNode();
        tree.put("schema", (record instanceof Event ? "event/" : "customer/") + header.schemaVersion());
        tree.put("key", header.key());
        tree.put("source", header.source());
        tree.put("entity", header.entity());
        tree.put("occurredAt", header.occurredAt().toString());
        tree.put("utcOffsetMinutes", header.utcOffsetMinutes());
        tree.put("receivedAt", header.receivedAt().toString());
        tree.put("backfill", header.backfill());
        header.mapping().ifPresent(mapping -> tree.put("mapping", mapping));
        if (!header.flags().isEmpty()) {
            ArrayNode flags = tree.putArray("flags");
            header.flags().forEach(flags::add);
        }
        ArrayNode identifiers = tree.putArray("identifiers");
        header.identifiers()
                .forEach(identifier ->
                        identifiers.addObject().put("kind", identifier.kind()).put("value", identifier.value()));
        ArrayNode consents = tree.putArray("consents");
        header.consents().forEach(consent -> {
            ObjectNode statement = consents.addObject()
                    .put("channel", consent.channel())
                    .put("purpose", consent.purpose())
                    .put("state", consent.state().name().toLowerCase(Locale.ROOT))
                    .put("occurredAt", consent.occurredAt().toString());
            ObjectNode evidence = statement.putObject("evidence");
            consent.evidence().forEach(evidence::put);
        });
        if (record instanceof Event event) {
            tree.put("type", event.type());
            event.amount().ifPresent(amount -> tree.put("amount", amount));
            event.currency().ifPresent(currency -> tree.put("currency", currency));
            tree.set("properties", event.properties());
        } else if (record instanceof CustomerRecord customer) {
            ObjectNode attributes = tree.putObject("attributes");
            customer.attributes().forEach(attributes::put);
            tree.put("deleted", customer.deleted());
        }
        return tree;
    }
}
