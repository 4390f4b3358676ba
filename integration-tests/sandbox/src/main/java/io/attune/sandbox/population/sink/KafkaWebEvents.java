package io.attune.sandbox.population.sink;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Web events as a topic of Kafka brings them, in order for each key. Safe for use by several threads. */
public final class KafkaWebEvents implements WebEventSink, AutoCloseable {
    private final Producer<String, String> producer;
    private final String topic;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * Connects when the first event is sent.
     *
     * @param brokers {@code host:port}, several separated by commas
     */
    public KafkaWebEvents(String brokers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new StringSerializer(),
                new StringSerializer());
    }

    @Override
    public void send(WebEvent event) {
        throwFailure();
        // The callback hears of a failure; nobody waits for a single event.
        Future<RecordMetadata> unused =
                producer.send(new ProducerRecord<>(topic, event.key(), event.json()), (metadata, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
    }

    @Override
    public void flush() {
        producer.flush();
        throwFailure();
    }

    @Override
    public void close() {
        producer.close();
    }

    private void throwFailure() {
        Exception problem = failure.getAndSet(null);
        if (problem != null) {
            throw new SinkException("Kafka did not take a web event for topic " + topic, problem);
        }
    }
}
