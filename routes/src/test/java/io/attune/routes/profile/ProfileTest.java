package io.attune.routes.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.LocalTransactionPolicy;
import io.attune.database.PostgresDatabase;
import io.attune.ingest.KafkaOffsets;
import io.attune.routes.HubRoutes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.consumer.KafkaManualCommit;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stages are stand-ins here that write what they were given; the transaction, and what surrounds it, is real. */
class ProfileTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Stages stages = new Stages(log);
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        routes = HubRoutes.of("profile/profile.camel.yaml")
                .bean("PROPAGATION_REQUIRED", new LocalTransactionPolicy(POSTGRES.transactions()))
                .bean("records", stages)
                .bean("batches", stages)
                .bean("identity", stages)
                .bean("features", stages)
                .bean("scoring", stages)
                .bean("segments", stages)
                .bean("campaigns", stages)
                .bean("memory", stages)
                .bean("offsets", new KafkaOffsets())
                .feed("profile-consume")
                .start();
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void batchGoesThroughEveryStageThenMemoryThenTheOffsets() {
        Exchange answer = feed();

        assertThat(answer.getException()).isNull();
        assertThat(log)
                .containsExactly(
                        "parse 1",
                        "resolve parsed",
                        "features resolved",
                        "score featured",
                        "segments scored",
                        "decide assigned",
                        "memory scored, committed true",
                        "offset 7");
    }

    @Test
    void failedStageRollsBackAndLeavesTheOffsets() {
        stages.failing = true;

        Exchange answer = feed();

        assertThat(answer.getException()).hasMessage("no decision");
        assertThat(log)
                .filteredOn("decide assigned"::equals)
                .as("tried again, with pauses")
                .hasSize(7);
        assertThat(log).noneMatch(line -> line.startsWith("memory") || line.startsWith("offset"));
        assertThat(Stages.written()).isZero();
    }

    private Exchange feed() {
        Exchange message = new DefaultExchange(routes.context());
        message.getMessage().setHeader(KafkaConstants.TOPIC, "attune.records");
        message.getMessage().setHeader(KafkaConstants.PARTITION, 0);
        message.getMessage().setHeader(KafkaConstants.OFFSET, 7L);
        message.getMessage().setHeader(KafkaConstants.MANUAL_COMMIT, (KafkaManualCommit) () -> log.add("offset 7"));
        return routes.template()
                .request(
                        "direct:profile-consume-in",
                        exchange -> exchange.getMessage().setBody(List.of(message)));
    }

    /** Stands for every stage: notes what it was given, and says what it made of it. */
    public static final class Stages {
        private final List<String> log;
        private boolean failing;

        Stages(List<String> log) {
            this.log = log;
        }

        static long written() {
            return POSTGRES.database()
                    .inHandle(handle -> handle.createQuery("select count(*) from product")
                            .mapTo(Long.class)
                            .one());
        }

        public String parse(List<Exchange> batch) {
            log.add("parse " + batch.size());
            return "parsed";
        }

        public void send(String batch, Exchange exchange) throws Exception {
            Exchange answer = exchange.getContext()
                    .createFluentProducerTemplate()
                    .to("direct:profile-batch")
                    .withBody(batch)
                    .send();
            if (answer.getException() != null) {
                throw answer.getException();
            }
        }

        public String resolve(String batch) {
            log.add("resolve " + batch);
            POSTGRES.database()
                    .useHandle(handle -> handle.execute(
                            "insert into product (product_id, name, updated_at) values ('p', 'p', now())"));
            return "resolved";
        }

        public String update(String batch) {
            log.add("features " + batch);
            return "featured";
        }

        public String score(String batch) {
            log.add("score " + batch);
            return "scored";
        }

        public String assign(String batch) {
            log.add("segments " + batch);
            return "assigned";
        }

        public String decide(String batch) {
            log.add("decide " + batch);
            if (failing) {
                throw new IllegalStateException("no decision");
            }
            return "decided";
        }

        public void refresh(String batch) throws InterruptedException {
            // Another thread is outside of this thread's transaction, if there is one.
            List<Long> seen = new ArrayList<>();
            Thread other = new Thread(() -> seen.add(written()));
            other.start();
            other.join();
            log.add("memory " + batch + ", committed " + (seen.get(0) == 1));
        }
    }
}
