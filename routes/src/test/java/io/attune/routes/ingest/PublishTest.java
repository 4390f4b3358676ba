package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.ingest.IngestBatch;
import io.attune.ingest.KeyedRecord;
import io.attune.reject.Reject;
import io.attune.routes.HubRoutes;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishTest {
    private static final KeyedRecord RECORD = new KeyedRecord(
            "customer_id:1", JsonNodeFactory.instance.objectNode().put("key", "web:1"));
    private static final Reject REJECT =
            new Reject(Optional.empty(), "web", "map", "here", "NOT_JSON", "not JSON", "oops", Ingest.NOW);

    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("ingest/publish.camel.yaml");
        Ingest.bind(routes);
        routes.start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void recordsAreKeyedByTheirStrongestIdentifierAndTheBatchComesBack() {
        IngestBatch batch = new IngestBatch(List.of(RECORD), List.of(REJECT));

        Exchange answer = publish(batch);

        assertThat(answer.getMessage().getBody()).isEqualTo(batch);
        List<?> sent = (List<?>) routes.bodiesAt("ingest-publish-to-records").get(0);
        assertThat(((Message) sent.get(0)).getHeader(KafkaConstants.KEY)).isEqualTo("customer_id:1");
        assertThat(Ingest.rejects(routes)).singleElement().satisfies(reject -> {
            assertThat(reject.path("schema").asText()).isEqualTo("reject/1");
            assertThat(reject.path("original").asText()).isEqualTo("oops");
        });
    }

    @Test
    void emptyBatchSendsNothing() {
        publish(new IngestBatch(List.of(), List.of()));

        assertThat(routes.bodiesAt("ingest-publish-to-records")).isEmpty();
        assertThat(routes.bodiesAt("ingest-publish-to-rejects")).isEmpty();
    }

    @Test
    void failureOfKafkaReachesTheCaller() {
        routes.at("ingest-publish-to-rejects").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("no broker");
        });

        assertThat(publish(new IngestBatch(List.of(RECORD), List.of(REJECT))).getException())
                .hasMessage("no broker");
        assertThat(routes.bodiesAt("ingest-publish-to-records")).isEmpty();
    }

    private Exchange publish(IngestBatch batch) {
        return routes.template()
                .request(
                        "direct:ingest-publish",
                        exchange -> exchange.getMessage().setBody(batch));
    }
}
