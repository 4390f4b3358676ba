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
 * Makes the messages that a Kafka producer sends from a batch (bean {@code kafkaMessages}). Body in: an {@link
 * IngestBatch}; out: a list whose members carry their own key. Thread-safe.
 */
public final class KafkaMessages {
    private final ObjectMapper json = new ObjectMapper();

    /** The batch's records for {@code attune.records}, keyed by strongest identifier. */
    public void records(Exchange exchange) {
        IngestBatch batch = exchange.getMessage().getBody(IngestBatch.class);
        CamelContext context = exchange.getContext();
        List<Message> messages = batch.records().stream()
                .map(record -> message(context, record.partitionKey(), record.json()))
                .toList();
        exchange.getMessage().setBody(messages);
    }

    /** The batch's rejects for {@code attune.rejects}, keyed by source. */
    public void rejects(Exchange exchange) {
        IngestBatch batch = exchange.getMessage().getBody(IngestBatch.class);
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
