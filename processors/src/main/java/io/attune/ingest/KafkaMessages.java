package io.attune.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.reject.Reject;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultMessage;

/**
 * Makes the messages that a Kafka producer sends from a batch (bean {@code kafkaMessages}): first {@link #remember}, then
 * {@link #rejects} and {@link #records}, whose bodies are lists of messages that carry their own key. Thread-safe.
 */
public final class KafkaMessages {
    /** Exchange property: the {@link IngestBatch} that is sent. */
    public static final String BATCH = "attuneIngest";
    /** Exchange property: whether the batch has rejects. */
    public static final String HAS_REJECTS = "attuneHasRejects";
    /** Exchange property: whether the batch has records. */
    public static final String HAS_RECORDS = "attuneHasRecords";

    private final ObjectMapper json = new ObjectMapper();

    /** Takes the batch, which is the body, and says by properties what it has: a route asks these for every request. */
    public void remember(Exchange exchange) {
        IngestBatch batch = exchange.getMessage().getBody(IngestBatch.class);
        exchange.setProperty(BATCH, batch);
        exchange.setProperty(HAS_REJECTS, !batch.rejects().isEmpty());
        exchange.setProperty(HAS_RECORDS, !batch.records().isEmpty());
    }

    /** The batch's records for {@code attune.records}, keyed by strongest identifier. */
    public void records(Exchange exchange) {
        IngestBatch batch = exchange.getProperty(BATCH, IngestBatch.class);
        CamelContext context = exchange.getContext();
        List<Message> messages = batch.records().stream()
                .map(record -> message(context, record.partitionKey(), record.json()))
                .toList();
        exchange.getMessage().setBody(messages);
    }

    /** The batch's rejects for {@code attune.rejects}, keyed by source. */
    public void rejects(Exchange exchange) {
        IngestBatch batch = exchange.getProperty(BATCH, IngestBatch.class);
        CamelContext context = exchange.getContext();
        List<Message> messages = batch.rejects().stream()
                .map(reject -> message(context, reject.source(), form(reject)))
                .toList();
        exchange.getMessage().setBody(messages);
    }

    private Message message(CamelContext context, String key, Object value) {
        Message message = new DefaultMessage(context);
        message.setHeader(KafkaConstants.KEY, key);
        message.setBody(bytes(value));
        return message;
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checked record or reject could not be written", e);
        }
    }

    private ObjectNode form(Reject reject) {
        ObjectNode form = json.createObjectNode();
        form.put("schema", "reject/1");
        reject.key().ifPresent(key -> form.put("key", key));
        reject.mapping().ifPresent(mapping -> form.put("mapping", mapping));
        return form.put("source", reject.source())
                .put("stage", reject.stage())
                .put("place", reject.place())
                .put("code", reject.code())
                .put("reason", reject.reason())
                .put("original", reject.original())
                .put("receivedAt", reject.receivedAt().toString());
    }
}
