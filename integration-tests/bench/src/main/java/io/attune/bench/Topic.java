package io.attune.bench;

import io.attune.ingest.KeyedRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of the benchmarks' own, or one of the hub that is filled before a turn begins. */
public record Topic(String brokers, String name) {
    private static final int PARTITIONS = 8;

    /** A topic of as many partitions as the hub's own. */
    public static Topic create(String brokers, String name) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
            return new Topic(brokers, name);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot create the topic " + name, failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topic " + name, interrupted);
        }
    }

    /** Returns when Kafka has all of them. */
    public void fill(List<KeyedRecord> records) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, "5");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = records.stream()
                    .map(record -> producer.send(new ProducerRecord<>(
                            name,
                            record.partitionKey(),
                            record.json().toString().getBytes(StandardCharsets.UTF_8))))
                    .toList();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka did not take a record", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while filling " + name, interrupted);
        }
    }
}
