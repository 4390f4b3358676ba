package io.attune.hub;

import io.attune.crypto.Encryption;
import io.attune.database.PostgresDatabase;
import io.attune.identity.IdentityDefinition;
import io.attune.identity.IdentityResolver;
import io.attune.ingest.IngestBatch;
import io.attune.pipeline.IdentityStage;
import io.attune.reject.RejectStore;
import java.time.Clock;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Stands for Kafka and the first stage of the profile way: what is published is taken at once, and its sender waits for that. */
final class PublishedBatches {
    private PublishedBatches() {}

    @FunctionalInterface
    interface Taking {
        void take(IngestBatch batch) throws Exception;
    }

    /** Starts a context in which ingest publishes. */
    static void start(DefaultCamelContext camel, Taking taking) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ingest-publish")
                        .process(exchange -> taking.take(exchange.getMessage().getBody(IngestBatch.class)));
            }
        });
        camel.start();
    }

    /** Stores records by their identifiers alone, and rejects as they are. */
    static IdentityStage identity(PostgresDatabase postgres, Encryption encryption, Clock clock) {
        return new IdentityStage(
                postgres.database(),
                new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID),
                new RejectStore(encryption),
                clock);
    }
}
