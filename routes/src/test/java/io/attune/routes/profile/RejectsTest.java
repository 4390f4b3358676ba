package io.attune.routes.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.ingest.KafkaOffsets;
import io.attune.pipeline.RecordBatch;
import io.attune.pipeline.RecordParser;
import io.attune.routes.HubRoutes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RejectsTest {
    private final List<String> committed = new ArrayList<>();
    private final Dispatch dispatch = new Dispatch();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        routes = HubRoutes.of("profile/rejects.camel.yaml")
                .bean("records", new RecordParser(Clock.systemUTC()))
                .bean("batches", dispatch)
                .bean("offsets", new KafkaOffsets())
                .feed("profile-rejects")
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void rejectsAreDispatchedWithReasonPlaceAndOriginalAndThenCommitted() {
        feed("{\"schema\":\"reject/1\",\"source\":\"web\",\"stage\":\"map\",\"place\":\"here\",\"code\":\"NOT_JSON\","
                + "\"reason\":\"not JSON\",\"original\":\"oops\",\"receivedAt\":\"2026-06-01T12:00:00Z\"}");

        assertThat(dispatch.batches)
                .singleElement()
                .satisfies(batch -> assertThat(batch.rejects()).singleElement().satisfies(reject -> {
                    assertThat(reject.source()).isEqualTo("web");
                    assertThat(reject.place()).isEqualTo("here");
                    assertThat(reject.reason()).isEqualTo("not JSON");
                    assertThat(reject.original()).isEqualTo("oops");
                }));
        assertThat(committed).containsExactly("3");
    }

    @Test
    void whatIsNoRejectBecomesOne() {
        feed("poison");

        assertThat(dispatch.batches.get(0).rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.original()).isEqualTo("poison"));
    }

    @Test
    void nothingIsCommittedWhileTheDatabaseIsAway() {
        dispatch.failing = true;

        assertThat(feed("poison").getException()).hasMessage("no database");
        assertThat(committed).isEmpty();
    }

    private Exchange feed(String text) {
        Exchange message = new DefaultExchange(routes.context());
        message.getMessage().setBody(text.getBytes(StandardCharsets.UTF_8));
        message.getMessage().setHeader(KafkaConstants.TOPIC, "attune.rejects");
        message.getMessage().setHeader(KafkaConstants.PARTITION, 0);
        message.getMessage().setHeader(KafkaConstants.OFFSET, 3L);
        message.getMessage().setHeader(KafkaConstants.TIMESTAMP, 1_780_000_000_000L);
        message.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, (KafkaManualCommit) () -> committed.add("3"));
        return routes.template()
                .request(
                        "direct:profile-rejects-in",
                        exchange -> exchange.getMessage().setBody(List.of(message)));
    }

    /** Stands for the dispatch into the profile way. */
    public static final class Dispatch {
        private final List<RecordBatch> batches = new ArrayList<>();
        private boolean failing;

        public void send(RecordBatch batch) {
            if (failing) {
                throw new IllegalStateException("no database");
            }
            batches.add(batch);
        }
    }
}
