package io.attune.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.KeyedRecord;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.pipeline.RejectReplay;
import io.attune.record.RecordCodec;
import io.attune.record.RecordException;
import io.attune.reject.Refusal;
import io.attune.reject.Reject;
import io.attune.reject.StoredReject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/**
 * Sends a reject in again through {@code direct:ingest-publish}: what failed on its way in is mapped anew, what failed later is a
 * record already.
 */
final class IngestWayIn implements RejectReplay.WayIn {
    private static final String PUBLISH = "direct:ingest-publish";
    private static final Set<String> BEFORE_RECORDS = Set.of("map", "validate");
    private static final Map<String, String> MAPPINGS =
            Map.of("web", "web-event", "pos", "pos-sale", "salesforce", "salesforce-contact");

    /** What came in another tool's form, by the path that it came to. */
    private static final Map<String, String> MAPPINGS_OF_PATHS =
            Map.of("/mp/collect", "ga4-event,web-event", "/import", "mixpanel-event,web-event");

    private final CamelContext camel;
    private final Mappings mappings;
    private final RecordCodec codec = new RecordCodec();
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    IngestWayIn(CamelContext camel, Mappings mappings) {
        this.camel = camel;
        this.mappings = mappings;
    }

    @Override
    public Map<UUID, Refusal> send(Map<StoredReject, String> texts) {
        List<KeyedRecord> records = new ArrayList<>();
        Map<UUID, Refusal> refused = new HashMap<>();
        texts.forEach((reject, text) -> {
            IngestBatch batch = batch(reject, text);
            records.addAll(batch.records());
            batch.rejects().stream()
                    .findFirst()
                    .ifPresent(again ->
                            refused.put(reject.id(), new Refusal(again.stage(), again.code(), again.reason())));
        });
        if (!records.isEmpty()) {
            publish(new IngestBatch(records, List.of()));
        }
        return refused;
    }

    /** Returns when Kafka has all of it. */
    void publish(IngestBatch batch) {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            template.requestBody(PUBLISH, batch);
        } catch (IOException e) {
            throw new IllegalStateException("a producer template does not close", e);
        }
    }

    private IngestBatch batch(StoredReject reject, String text) {
        if (BEFORE_RECORDS.contains(reject.stage())) {
            return mappings.map(
                    reject.mapping().orElseGet(() -> mapping(reject)),
                    reject.source(),
                    List.of(Original.of(reject.place(), text, reject.receivedAt(), Arrival.STORED)));
        }
        try {
            codec.read(text);
            JsonNode record = json.readTree(text);
            return new IngestBatch(List.of(new KeyedRecord(key(record), record)), List.of());
        } catch (RecordException e) {
            return refused(reject, text, e.code(), e.getMessage());
        } catch (JsonProcessingException e) {
            return refused(reject, text, "RECORD_NOT_JSON", "the text is no JSON");
        }
    }

    private static IngestBatch refused(StoredReject reject, String text, String code, String reason) {
        return new IngestBatch(
                List.of(),
                List.of(new Reject(
                        Optional.empty(),
                        reject.source(),
                        "parse",
                        reject.place(),
                        code,
                        reason,
                        text,
                        reject.receivedAt())));
    }

    /** Rejects of before named no mapping. */
    private static String mapping(StoredReject reject) {
        return MAPPINGS_OF_PATHS.entrySet().stream()
                .filter(path -> reject.place().startsWith(path.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.of("pos-file,pos-sale")
                        .filter(mapping -> reject.place().contains(".csv:")))
                .orElseGet(() -> MAPPINGS.getOrDefault(reject.source(), "web-event"));
    }

    private static String key(JsonNode record) {
        JsonNode strongest = record.path("identifiers").path(0);
        return strongest.isMissingNode()
                ? record.path("source").asText() + ':' + record.path("entity").asText()
                : strongest.path("kind").asText()
                        + ':'
                        + strongest.path("value").asText();
    }
}
