package io.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommit;
import org.apache.camel.component.kafka.consumer.KafkaManualCommitFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaOffsetsTest {
    private static final TopicPartition FIRST = new TopicPartition("attune.records", 0);
    private static final TopicPartition SECOND = new TopicPartition("attune.records", 1);

    private final CountingConsumer consumer = new CountingConsumer();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @Test
    void everyPartitionOfABatchIsCommittedBehindItsLastRecordByOneRequest() {
        new KafkaOffsets().commit(List.of(message(FIRST, 4), message(SECOND, 9), message(FIRST, 5)));

        assertThat(consumer.requests)
                .containsExactly(Map.of(FIRST, new OffsetAndMetadata(6), SECOND, new OffsetAndMetadata(10)));
        assertThat(consumer.committed(Set.of(FIRST, SECOND)))
                .containsEntry(FIRST, new OffsetAndMetadata(6))
                .containsEntry(SECOND, new OffsetAndMetadata(10));
    }

    private Exchange message(TopicPartition partition, long offset) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeader(KafkaConstants.TOPIC, partition.topic());
        exchange.getMessage().setHeader(KafkaConstants.PARTITION, partition.partition());
        exchange.getMessage().setHeader(KafkaConstants.OFFSET, offset);
        exchange.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, new OneRecord(exchange, partition, offset));
        return exchange;
    }

    /** What Camel's consumer puts beside each record; alone it would commit that record only. */
    private final class OneRecord extends DefaultKafkaManualCommit {
        OneRecord(Exchange exchange, TopicPartition partition, long offset) {
            super(
                    new KafkaManualCommitFactory.CamelExchangePayload(exchange, consumer, "thread", null),
                    new KafkaManualCommitFactory.KafkaRecordPayload(partition, offset, 1_000));
        }

        @Override
        public void commit() {
            throw new AssertionError("a request of its own for " + getPartition());
        }
    }

    private static final class CountingConsumer extends MockConsumer<byte[], byte[]> {
        private final List<Map<TopicPartition, OffsetAndMetadata>> requests = new ArrayList<>();

        CountingConsumer() {
            super("earliest");
            assign(Set.of(FIRST, SECOND));
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            requests.add(Map.copyOf(offsets));
            super.commitSync(offsets, timeout);
        }
    }
}
