package io.attune.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Commits what the batching Kafka consumer handed over (bean {@code offsets}), once all of it is safe. Thread-safe; call
 * it on the consumer's own thread.
 */
public final class KafkaOffsets {
    /**
     * Commits the highest offset of every partition of the batch, all in one request: each that waited for the one before would
     * keep the next batch waiting. Committing the last message alone, as Camel's own header of the batch would, leaves the other
     * partitions behind.
     */
    public void commit(List<Exchange> batch) {
        List<DefaultKafkaManualCommit> ofConsumer = new ArrayList<>();
        for (Message message : highest(batch)) {
            KafkaManualCommit commit = message.getHeader(KafkaConstants.MANUAL_COMMIT, KafkaManualCommit.class);
            if (commit instanceof DefaultKafkaManualCommit known) {
                ofConsumer.add(known);
            } else {
                commit.commit();
            }
        }
        if (!ofConsumer.isEmpty()) {
            commitTogether(ofConsumer);
        }
    }

    /** A batch is what one consumer polled. */
    private static void commitTogether(List<DefaultKafkaManualCommit> commits) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        commits.forEach(each -> offsets.put(each.getPartition(), new OffsetAndMetadata(each.getRecordOffset() + 1)));
        DefaultKafkaManualCommit any = commits.get(0);
        Consumer<?, ?> consumer = any.getCamelExchangePayload().consumer;
        consumer.commitSync(offsets, Duration.ofMillis(any.getCommitTimeout()));
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
