package io.attune.it.load;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A shop that writes its web events into Kafka. It waits out a Kafka that is away, and holds at most 8 MB. */
public final class KafkaFeed implements AutoCloseable {
    private static final String TOPIC = "attune.web-events";

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    public KafkaFeed(String brokers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, "5",
                        ProducerConfig.BUFFER_MEMORY_CONFIG, "8388608",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, "120000",
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "120000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a whole load in the background; the future ends when Kafka has acknowledged all of it. */
    public CompletableFuture<Void> send(Load load) {
        return CompletableFuture.runAsync(() -> {
            while (load.hasNext()) {
                WebEvent event = load.next();
                send(event.key(), event.body().toString().getBytes(StandardCharsets.UTF_8));
            }
            flush();
        });
    }

    /** Sends a value as it is, good or bad. */
    public void send(String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(TOPIC, key, value), (metadata, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
        });
    }

    /** Returns when Kafka has acknowledged everything sent; fails when it did not take something. */
    public void flush() {
        producer.flush();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("Kafka did not take an event", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
