package io.attune.ingest;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;

/**
 * Commits what the batching Kafka consumer handed over (bean {@code offsets}), once all of it is safe. Thread-safe; call
 * it on the consumer's own thread.
 */
public final class KafkaOffsets {
    /**
     * Commits the highest offset of every partition of the batch. Committing the last message alone, as Camel's own
     * header of the batch would, leaves the other partitions behind.
     */
    public void commit(List<Exchange> batch) {
        highest(batch)
                .forEach(message -> message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class)
                        .commit());
    }

    private static Collection<Message> highest(List<Exchange> batch) {
        Map<String, Message> byPartition = new HashMap<>();
        for (Exchange exchange : batch) {
            Message message = exchange.getMessage();
            byPartition.merge(partition(message), message, (one, other) -> offset(one) >= offset(other) ? one : other);
        }
        return byPartition.values();
    }

    private static String partition(Message message) {
        return message.getHeader(KafkaConstants.TOPIC, String.class) + "-"
                + message.getHeader(KafkaConstants.PARTITION, Integer.class);
    }

    private static long offset(Message message) {
        return message.getHeader(KafkaConstants.OFFSET, Long.class);
    }
}
