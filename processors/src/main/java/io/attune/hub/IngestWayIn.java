package io.attune.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.ingest.Arrival;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.KeyedRecord;
import io.attune.ingest.Mappings;
import io.attune.ingest.Original;
import io.attune.pipeline.RejectReplay;
import io.attune.reject.StoredReject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final ObjectMapper json = new ObjectMapper();

    IngestWayIn(CamelContext camel, Mappings mappings) {
        this.camel = camel;
        this.mappings = mappings;
    }

    @Override
    public void send(StoredReject reject, String original) {
        try (ProducerTemplate template = camel.createProducerTemplate()) {
            template.requestBody(PUBLISH, batch(reject, original));
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a producer template does not close", e);
        }
    }

    private IngestBatch batch(StoredReject reject, String original) {
        if (BEFORE_RECORDS.contains(reject.stage())) {
            return mappings.map(
                    mapping(reject),
                    reject.source(),
                    List.of(Original.of(reject.place(), original, reject.receivedAt(), Arrival.STORED)));
        }
        JsonNode record = record(reject, original);
        return new IngestBatch(List.of(new KeyedRecord(key(record), record)), List.of());
    }

    private static String mapping(StoredReject reject) {
        return MAPPINGS_OF_PATHS.entrySet().stream()
                .filter(path -> reject.place().startsWith(path.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.of("pos-file,pos-sale")
                        .filter(mapping -> reject.place().contains(".csv:")))
                .orElseGet(() -> MAPPINGS.getOrDefault(reject.source(), "web-event"));
    }

    private JsonNode record(StoredReject reject, String original) {
        try {
            return json.readTree(original);
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "REJECT_NOT_REPLAYABLE",
                    ErrorCategory.DATA,
                    "reject " + reject.id() + " is no JSON: mend it where it comes from; it cannot succeed as it is",
                    e);
        }
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
