package io.attune.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.consent.Channel;
import io.attune.consent.SuppressionStore;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.MovableClock;
import io.attune.delivery.OutboxFixture;
import io.attune.delivery.projection.CallLimit;
import io.attune.delivery.projection.DesiredState;
import io.attune.delivery.projection.ProjectionStore;
import io.attune.delivery.projection.Projections;
import io.attune.delivery.projection.SalesforceContacts;
import io.attune.delivery.projection.SalesforceProjection;
import io.attune.ingest.WatermarkStore;
import io.attune.ingest.salesforce.SalesforceFailures;
import io.attune.ingest.salesforce.SalesforceLimits;
import io.attune.ingest.salesforce.SalesforceReader;
import io.attune.sandbox.standin.Services;
import io.attune.sandbox.standin.salesforce.SalesforceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The shipped route that writes segments into Salesforce, against a stand-in whose calls run out. */
class ProjectionPauseTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Path ROOT = Path.of("../..");
    private static final Duration PAUSE = Duration.ofMinutes(15);

    @TempDir
    private Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Waiting waiting = new Waiting();
    private final List<UUID> people = new ArrayList<>();
    private Services services;
    private OutboxFixture outbox;
    private MovableClock clock;
    private ProjectionStore store;
    private SalesforceLimits limits;

    /** Stands for the outbox, and for nothing that wakes it. */
    public static final class Waiting {
        private final AtomicInteger times = new AtomicInteger();

        public void await(String queue) {
            times.incrementAndGet();
        }
    }

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        services = new Services(folder);
        outbox = new OutboxFixture(POSTGRES, folder);
        clock = outbox.clock;
        store = new ProjectionStore(outbox.encryption);
        limits = new SalesforceLimits(0.8, PAUSE, clock, new SimpleMeterRegistry());
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(5);
        Map.of(
                        "attune.salesforce.login-url", services.url() + "/salesforce",
                        "attune.salesforce.client-id", "client",
                        "attune.salesforce.client-secret", "secret",
                        "attune.salesforce.api-version", "60.0")
                .forEach(camel.getPropertiesComponent()::addInitialProperty);
        bind();
        for (String file : List.of("errors", "connections", "deliver/salesforce")) {
            String name = file + ".camel.yaml";
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromString(
                            name, Files.readString(ROOT.resolve("routes").resolve(name))));
        }
        AdviceWith.adviceWith(camel, "deliver-salesforce-project", advice -> advice.replaceFromWith("direct:project"));
        camel.start();
        person("003", 1);
    }

    private void bind() {
        SalesforceReader reader = new SalesforceReader(
                new WatermarkStore(POSTGRES.database(), clock), () -> 1, limits, clock, Duration.ofMinutes(5));
        Projections projections = new Projections(
                POSTGRES.database(),
                store,
                outbox.gate,
                outbox.addresses,
                new SuppressionStore(),
                OutboxFixture.POLICY,
                outbox.backOff,
                clock);
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
        camel.getRegistry().bind("outbox", waiting);
        camel.getRegistry().bind("salesforceLimits", limits);
        camel.getRegistry().bind("salesforceFailures", new SalesforceFailures(reader, limits));
        camel.getRegistry()
                .bind("salesforceProjection", new SalesforceProjection(projections, new SalesforceContacts(), limit));
    }

    @AfterEach
    void stop() {
        camel.stop();
        services.close();
    }

    @Test
    void refusalForLackOfCallsPausesReadingAndWritingAndCostsNoAttempt() {
        services.standIns().salesforce().limitCalls(0);
        want("new");
        for (int pauses = 0; pauses < 2 * OutboxFixture.POLICY.maximumAttempts(); pauses++) {
            project();
            assertThat(limits.open()).as("the reader pauses too").isFalse();
            long refused = upserts(403);
            project();
            assertThat(upserts(403)).as("no call in between").isEqualTo(refused);
            assertThat(state()).isEqualTo("pending REQUEST_LIMIT_EXCEEDED");
            clock.advance(PAUSE);
        }

        services.standIns().salesforce().limitCalls(1_000_000);
        project();

        assertThat(state()).isEqualTo("acknowledged");
        assertThat(segments(0)).isEqualTo("new");
    }

    @Test
    void shareOfCallsThatIsUsedUpIsHeededAfterTheAnswerThatTellsIt() {
        services.standIns().salesforce().limitCalls(1);
        want("new");
        project();
        assertThat(state()).as("this call was taken").isEqualTo("acknowledged");
        assertThat(limits.pause().orElseThrow().reason()).contains("1 of 1 calls");

        want("at-risk");
        project();
        assertThat(upserts(200) + upserts(403)).isEqualTo(1);
        assertThat(waiting.times).hasValue(1);
        assertThat(segments(0)).isEqualTo("new");

        services.standIns().salesforce().limitCalls(1_000_000);
        clock.advance(PAUSE);
        project();
        assertThat(segments(0)).isEqualTo("at-risk");
    }

    @Test
    void pauseThatReadingBeganHoldsWritingToo() {
        want("new");
        limits.exhausted();
        project();
        assertThat(upserts(200)).isZero();

        clock.advance(PAUSE);
        project();
        assertThat(segments(0)).isEqualTo("new");
    }

    @Test
    void batchesBehindTheOneThatFoundItOutAreNotSent() {
        for (int contact = 2; contact <= SalesforceContacts.MOST_RECORDS + 50; contact++) {
            person("003", contact);
        }
        services.standIns().salesforce().limitCalls(1);
        want("new");
        project();

        assertThat(upserts(200)).isEqualTo(1);
        assertThat(upserts(403)).isZero();
        assertThat(count("acknowledged")).isEqualTo(SalesforceContacts.MOST_RECORDS);
        assertThat(count("pending")).isEqualTo(50);

        services.standIns().salesforce().limitCalls(1_000_000);
        clock.advance(PAUSE);
        project();
        assertThat(count("acknowledged")).isEqualTo(SalesforceContacts.MOST_RECORDS + 50);
    }

    private void person(String prefix, int number) {
        String contact = SalesforceId.of(prefix, number);
        services.standIns().salesforce().contacts().put(List.of(Map.of("Id", contact, "LastName", "Contact")));
        UUID person = outbox.readers.emailReader("reader" + number + "@example.com", OutboxFixture.START);
        outbox.readers.identifier(person, "salesforce_id", contact, OutboxFixture.START);
        people.add(person);
    }

    private void want(String segment) {
        Map<UUID, DesiredState> states = new TreeMap<>();
        people.forEach(person ->
                states.put(person, new DesiredState(List.of(segment), new TreeMap<>(), new TreeMap<>(), true, false)));
        POSTGRES.database().useTransaction(handle -> store.want(handle, Channel.SALESFORCE, states, clock.instant()));
    }

    private void project() {
        camel.createProducerTemplate().sendBody("direct:project", null);
    }

    private long upserts(int status) {
        return services.standIns().salesforce().standIn().served().entrySet().stream()
                .filter(served ->
                        served.getKey().startsWith("PATCH ") && served.getKey().endsWith(" " + status))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private String segments(int person) {
        return services.standIns()
                .salesforce()
                .contacts()
                .find(SalesforceId.of("003", person + 1))
                .orElseThrow()
                .text("Attune_Segments__c");
    }

    private String state() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select state || coalesce(' ' || reason, '') from projection")
                        .mapTo(String.class)
                        .one());
    }

    private long count(String state) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select count(*) from projection where state = :state")
                        .bind("state", state)
                        .mapTo(Long.class)
                        .one());
    }
}
