package io.attune.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.consent.Channel;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.MovableClock;
import io.attune.delivery.OutboxFixture;
import io.attune.delivery.projection.DesiredState;
import io.attune.delivery.projection.ProjectionStore;
import io.attune.delivery.projection.SalesforceContacts;
import io.attune.ingest.salesforce.SalesforceLimits;
import io.attune.sandbox.standin.Services;
import io.attune.sandbox.standin.salesforce.SalesforceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The shipped route that writes segments into Salesforce, against a stand-in whose calls run out. */
class ProjectionPauseTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @TempDir
    private Path folder;

    private final List<UUID> people = new ArrayList<>();
    private Services services;
    private OutboxFixture outbox;
    private MovableClock clock;
    private ProjectionStore store;
    private SalesforceLimits limits;
    private ProjectionRoute route;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        services = new Services(folder);
        outbox = new OutboxFixture(POSTGRES, folder);
        clock = outbox.clock;
        store = new ProjectionStore(outbox.encryption);
        limits = new SalesforceLimits(0.8, PAUSE, clock, new SimpleMeterRegistry());
        route = ProjectionRoute.start(POSTGRES, services.url() + "/salesforce", outbox, store, limits);
        person("003", 1);
    }

    @AfterEach
    void stop() {
        route.close();
        services.close();
    }

    @Test
    void refusalForLackOfCallsPausesReadingAndWritingAndCostsNoAttempt() {
        services.standIns().salesforce().limitCalls(0);
        want("new");
        for (int pauses = 0; pauses < 2 * OutboxFixture.POLICY.maximumAttempts(); pauses++) {
            route.project();
            assertThat(limits.open()).as("the reader pauses too").isFalse();
            long refused = upserts(403);
            route.project();
            assertThat(upserts(403)).as("no call in between").isEqualTo(refused);
            assertThat(state()).isEqualTo("pending REQUEST_LIMIT_EXCEEDED");
            clock.advance(PAUSE);
        }

        services.standIns().salesforce().limitCalls(1_000_000);
        route.project();

        assertThat(state()).isEqualTo("acknowledged");
        assertThat(segments(0)).isEqualTo("new");
    }

    @Test
    void shareOfCallsThatIsUsedUpIsHeededAfterTheAnswerThatTellsIt() {
        services.standIns().salesforce().limitCalls(1);
        want("new");
        route.project();
        assertThat(state()).as("this call was taken").isEqualTo("acknowledged");
        assertThat(limits.pause().orElseThrow().reason()).contains("1 of 1 calls");

        want("at-risk");
        route.project();
        assertThat(upserts(200) + upserts(403)).isEqualTo(1);
        assertThat(route.waits()).isEqualTo(1);
        assertThat(segments(0)).isEqualTo("new");

        services.standIns().salesforce().limitCalls(1_000_000);
        clock.advance(PAUSE);
        route.project();
        assertThat(segments(0)).isEqualTo("at-risk");
    }

    @Test
    void pauseThatReadingBeganHoldsWritingToo() {
        want("new");
        limits.exhausted();
        route.project();
        assertThat(upserts(200)).isZero();

        clock.advance(PAUSE);
        route.project();
        assertThat(segments(0)).isEqualTo("new");
    }

    @Test
    void batchesBehindTheOneThatFoundItOutAreNotSent() {
        for (int contact = 2; contact <= SalesforceContacts.MOST_RECORDS + 50; contact++) {
            person("003", contact);
        }
        services.standIns().salesforce().limitCalls(1);
        want("new");
        route.project();

        assertThat(upserts(200)).isEqualTo(1);
        assertThat(upserts(403)).isZero();
        assertThat(count("acknowledged")).isEqualTo(SalesforceContacts.MOST_RECORDS);
        assertThat(count("pending")).isEqualTo(50);

        services.standIns().salesforce().limitCalls(1_000_000);
        clock.advance(PAUSE);
        route.project();
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
