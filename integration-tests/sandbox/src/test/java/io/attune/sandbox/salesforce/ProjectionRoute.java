package io.attune.sandbox.salesforce;

import io.attune.consent.SuppressionStore;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.OutboxFixture;
import io.attune.delivery.projection.CallLimit;
import io.attune.delivery.projection.ProjectionStore;
import io.attune.delivery.projection.Projections;
import io.attune.delivery.projection.SalesforceContacts;
import io.attune.delivery.projection.SalesforceProjection;
import io.attune.ingest.WatermarkStore;
import io.attune.ingest.salesforce.SalesforceFailures;
import io.attune.ingest.salesforce.SalesforceLimits;
import io.attune.ingest.salesforce.SalesforceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Registry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The shipped route that writes segments into Salesforce, run when a test asks for it. */
final class ProjectionRoute implements AutoCloseable {
    private static final Path ROUTES = Path.of("../../routes");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Waiting waiting = new Waiting();

    private ProjectionRoute() {}

    /** Stands for the outbox, and for nothing that wakes it. */
    public static final class Waiting {
        private final AtomicInteger times = new AtomicInteger();

        public void await(String queue) {
            times.incrementAndGet();
        }
    }

    static ProjectionRoute start(
            PostgresDatabase postgres,
            String salesforce,
            OutboxFixture outbox,
            ProjectionStore store,
            SalesforceLimits limits)
            throws Exception {
        ProjectionRoute route = new ProjectionRoute();
        route.bind(postgres, outbox, store, limits);
        route.start(salesforce);
        return route;
    }

    private void bind(PostgresDatabase postgres, OutboxFixture outbox, ProjectionStore store, SalesforceLimits limits) {
        SalesforceReader reader = new SalesforceReader(
                new WatermarkStore(postgres.database(), outbox.clock),
                () -> 1,
                limits,
                outbox.clock,
                Duration.ofMinutes(5));
        Projections projections = new Projections(
                postgres.database(),
                store,
                outbox.gate,
                outbox.addresses,
                new SuppressionStore(),
                OutboxFixture.POLICY,
                outbox.backOff,
                outbox.clock);
        CallLimit limit = new CallLimit() {
            @Override
            public Optional<Instant> pausedUntil() {
                return limits.pause().map(SalesforceLimits.Pause::until);
            }

            @Override
            public void exhausted() {
                limits.exhausted();
            }
        };
        Registry registry = camel.getRegistry();
        registry.bind("outbox", waiting);
        registry.bind("salesforceLimits", limits);
        registry.bind("salesforceFailures", new SalesforceFailures(reader, limits));
        registry.bind("salesforceProjection", new SalesforceProjection(projections, new SalesforceContacts(), limit));
    }

    private void start(String salesforce) throws Exception {
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(5);
        Map.of(
                        "attune.salesforce.login-url", salesforce,
                        "attune.salesforce.client-id", "client",
                        "attune.salesforce.client-secret", "secret",
                        "attune.salesforce.api-version", "60.0")
                .forEach(camel.getPropertiesComponent()::addInitialProperty);
        for (String file : List.of("errors", "connections", "deliver/salesforce")) {
            String name = file + ".camel.yaml";
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString(name, Files.readString(ROUTES.resolve(name))));
        }
        AdviceWith.adviceWith(camel, "deliver-salesforce-project", advice -> advice.replaceFromWith("direct:project"));
        camel.start();
    }

    /** One round: what is due is claimed and written, and the outcome is kept. */
    void project() {
        camel.createProducerTemplate().sendBody("direct:project", null);
    }

    /** How often there was nothing to do. */
    int waits() {
        return waiting.times.get();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
