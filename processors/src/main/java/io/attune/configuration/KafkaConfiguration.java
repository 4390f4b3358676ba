package io.attune.configuration;

/** Kafka's brokers, comma separated, and the topics. */
public record KafkaConfiguration(String brokers, String records, String rejects, String webEvents) {
    static KafkaConfiguration read(Values values) {
        return new KafkaConfiguration(
                values.text("attune.kafka.brokers"),
                values.text("attune.topic.records"),
                values.text("attune.topic.rejects"),
                values.text("attune.topic.web-events"));
    }
}
