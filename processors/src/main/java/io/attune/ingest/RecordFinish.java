package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.ingest.rule.RecordRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The last touches and checks of a mapped record: what the hub itself knows of it, and whether it is canonical. */
final class RecordFinish {
    private final IngestSettings settings;
    private final SemanticCheck semantics;

    RecordFinish(IngestSettings settings) {
        this.settings = settings;
        this.semantics = new SemanticCheck(settings.limits());
    }

    /** @param mapping the labels of the mappings that made it */
    KeyedRecord finish(JsonNode mapped, Original original, MappingCatalogue catalogue, String mapping)
            throws FlawedException {
        if (!(mapped instanceof ObjectNode record)) {
            throw new FlawedException(
                    Flaw.inMapping("NOTHING_MAPPED", "the mapping made something else than a record"));
        }
        record.put("receivedAt", original.receivedAt().toString());
        // JSLT leaves out what is empty.
        if (!record.has("identifiers")) {
            record.putArray("identifiers");
        }
        if (record.path("schema").asText().startsWith("customer/") && !record.has("attributes")) {
            record.putObject("attributes");
        }
        catalogue.canonical().check(record);
        Instant occurredAt = semantics.check(record, original.receivedAt());
        record.put("mapping", mapping);
        flag(record, catalogue);
        record.put("backfill", backfill(record, original, occurredAt));
        return new KeyedRecord(partitionKey(record), record);
    }

    private static void flag(ObjectNode record, MappingCatalogue catalogue) throws FlawedException {
        RecordRules.Verdict verdict = catalogue.rules().check(record);
        if (verdict.rejected().isPresent()) {
            RecordRules.Rejection rejection = verdict.rejected().get();
            throw new FlawedException(Flaw.inValidation(rejection.code(), rejection.reason()));
        }
        List<String> flags = new ArrayList<>(catalogue.mailFlags().of(record));
        flags.addAll(verdict.flags());
        if (!flags.isEmpty()) {
            flags.forEach(record.putArray("flags")::add);
        }
    }

    private boolean backfill(ObjectNode record, Original original, Instant occurredAt) {
        Instant old = original.receivedAt().minus(settings.triggerMaximumAge());
        return original.arrival() == Arrival.HISTORY || record.path("backfill").asBoolean() || occurredAt.isBefore(old);
    }

    private String partitionKey(ObjectNode record) {
        List<String> strength = settings.strongestFirst();
        String strongest =
                record.path("source").asText() + ":" + record.path("entity").asText();
        int best = strength.size();
        for (JsonNode identifier : record.path("identifiers")) {
            int rank = strength.indexOf(identifier.path("kind").asText());
            if (rank >= 0 && rank < best) {
                best = rank;
                strongest = identifier.path("kind").asText() + ":"
                        + identifier.path("value").asText();
            }
        }
        return strongest;
    }
}
