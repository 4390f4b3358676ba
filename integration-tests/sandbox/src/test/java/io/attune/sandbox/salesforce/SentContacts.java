package io.attune.sandbox.salesforce;

import io.attune.database.Database;
import io.attune.identity.RecordLedger;
import io.attune.record.CustomerRecord;
import io.attune.record.RecordCodec;
import io.attune.record.SourceRecord;
import io.attune.sandbox.kafka.KafkaBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What Kafka holds after a load, and what of it the ledger takes.
 *
 * @param claimed records that are new to the ledger
 * @param deleted those of them that tell of a deletion
 */
record SentContacts(int messages, Set<String> entities, int claimed, int deleted) {

    static SentContacts in(KafkaBroker kafka, Database database) {
        RecordCodec codec = new RecordCodec();
        RecordLedger ledger = new RecordLedger();
        Set<String> entities = new HashSet<>();
        int messages = 0;
        int claimed = 0;
        int deleted = 0;
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.poll.records", 5_000),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("attune.records").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                List<SourceRecord> batch = new ArrayList<>();
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofSeconds(5))) {
                    batch.add(codec.read(message.value()));
                }
                messages += batch.size();
                batch.forEach(record -> entities.add(record.entity()));
                List<SourceRecord> fresh = database.inHandle(handle -> ledger.claim(handle, batch, Instant.EPOCH));
                claimed += fresh.size();
                deleted += (int) fresh.stream().filter(SentContacts::isDeleted).count();
            }
        }
        return new SentContacts(messages, entities, claimed, deleted);
    }

    private static boolean isDeleted(SourceRecord record) {
        return record instanceof CustomerRecord customer && customer.deleted();
    }
}
