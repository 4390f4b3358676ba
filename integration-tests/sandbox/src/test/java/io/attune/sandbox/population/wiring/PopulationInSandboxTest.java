package io.attune.sandbox.population.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.sandbox.Sandbox;
import io.attune.sandbox.SandboxOptions;
import io.attune.sandbox.population.HistorySummary;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.Progress;
import io.attune.sandbox.population.sink.KafkaWebEvents;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole history arrives in the real Kafka, the real PostgreSQL and the stand-in. */
class PopulationInSandboxTest {
    private static final String TOPIC = "attune.web-events";

    @TempDir
    private Path folder;

    @Test
    void theHistoryArrives() throws SQLException {
        Population population = Population.of(PopulationOptions.of(1, 40, 120, Instant.parse("2026-11-22T12:00:00Z")));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(folder));
                KafkaWebEvents web = SandboxSinks.kafka(sandbox)) {
            HistorySummary summary = population.writeHistory(SandboxSinks.of(sandbox, web), Progress.none());
            HistorySummary again = population.writeHistory(SandboxSinks.of(sandbox, web), Progress.none());

            assertThat(again).isEqualTo(summary);
            assertThat(sandbox.standIns().salesforce().contacts().size()).isEqualTo((int) summary.contacts());
            assertThat(count(sandbox, "select count(*) from sale")).isEqualTo(summary.sales());
            assertThat(count(sandbox, """
                            select count(*) from sale s
                            where s.total <> (select sum(quantity * price) from sale_line l where l.sale_id = s.sale_id)
                            """)).isZero();
            List<String> events = events(sandbox, 2 * summary.webEvents());
            assertThat(new HashSet<>(events)).hasSize((int) summary.webEvents());
        }
    }

    private static long count(Sandbox sandbox, String query) throws SQLException {
        try (Connection connection = sandbox.till().getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static List<String> events(Sandbox sandbox, long wanted) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                sandbox.hubConfiguration().get("attune.kafka.brokers"),
                "auto.offset.reset",
                "earliest");
        List<String> events = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant end = Instant.now().plusSeconds(60);
            while (events.size() < wanted && Instant.now().isBefore(end)) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
                    events.add(record.value());
                }
            }
        }
        assertThat(events).hasSize((int) wanted);
        return events;
    }
}
