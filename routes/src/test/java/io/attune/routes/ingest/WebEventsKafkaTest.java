package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebEventsKafkaTest {
    private final List<String> committed = new ArrayList<>();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("ingest/web-events-kafka.camel.yaml", "ingest/publish.camel.yaml");
        Ingest.bind(routes);
        routes.feed("web-events-kafka-read").start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void batchGoesToKafkaAndEveryPartitionIsCommitted() {
        feed(
                message(0, 4, "{\"type\":\"page\",\"userId\":\"1\"}"),
                message(1, 9, "{\"type\":\"page\",\"userId\":\"2\"}"),
                message(0, 5, "not json"));

        assertThat(Ingest.records(routes)).hasSize(2);
        assertThat(Ingest.rejects(routes)).singleElement().satisfies(reject -> {
            assertThat(reject.path("place").asText()).isEqualTo("attune.web-events-0@5");
            assertThat(reject.path("original").asText()).isEqualTo("not json");
            assertThat(reject.path("code").asText()).isEqualTo("NOT_JSON");
        });
        assertThat(committed).containsExactlyInAnyOrder("0@5", "1@9");
    }

    @Test
    void poisonEndsAsRejectsAndIsCommitted() {
        feed(message(0, 1, null), message(0, 2, "\u0000\uffff"), message(0, 3, "null"), message(0, 4, "[]"));

        assertThat(Ingest.rejects(routes)).hasSize(4);
        assertThat(committed).containsExactly("0@4");
    }

    @Test
    void nothingIsCommittedWhileKafkaDoesNotAcknowledge() {
        routes.at("ingest-publish-to-records").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("no broker");
        });

        Exchange failed = feed(message(0, 4, "{\"type\":\"page\",\"userId\":\"1\"}"));

        assertThat(failed.getException()).hasMessage("no broker");
        assertThat(committed).isEmpty();
    }

    private Exchange feed(Exchange... batch) {
        return routes.template()
                .request(
                        "direct:web-events-kafka-read-in",
                        exchange -> exchange.getMessage().setBody(List.of(batch)));
    }

    private Exchange message(int partition, long offset, String value) {
        Exchange exchange = new DefaultExchange(routes.context());
        exchange.getMessage().setBody(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        exchange.getMessage().setHeader(KafkaConstants.TOPIC, "attune.web-events");
        exchange.getMessage().setHeader(KafkaConstants.PARTITION, partition);
        exchange.getMessage().setHeader(KafkaConstants.OFFSET, offset);
        exchange.getMessage().setHeader("kafka.OVERRIDE_TOPIC", "elsewhere");
        exchange.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, (KafkaManualCommit)
                () -> committed.add(partition + "@" + offset));
        return exchange;
    }
}
