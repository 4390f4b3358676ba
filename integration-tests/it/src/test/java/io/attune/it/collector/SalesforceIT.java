package io.attune.it.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.record.RecordId;
import io.attune.sandbox.standin.salesforce.Salesforce;
import io.attune.sandbox.standin.salesforce.SalesforceId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leads and support cases from Salesforce, by the first load's query job and by what changed since. */
@ExtendWith(EnvironmentExtension.class)
class SalesforceIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    private final Jdbi database;
    private final Salesforce salesforce;
    private final long number = ThreadLocalRandom.current().nextLong(1_000_000_000L);
    private final String contact = SalesforceId.of("003", number);
    private final String ticket = SalesforceId.of("500", number);

    SalesforceIT(Environment environment) {
        this.database = environment.database();
        this.salesforce = environment.sandbox().standIns().salesforce();
    }

    @Test
    void casesComeByTheirChangesAndOnceMoreByANewLoadWithoutBecomingOthers() {
        await().atMost(SOON).untilAsserted(() -> assertThat(loads("Case")).isPositive());
        salesforce
                .cases()
                .put(List.of(Map.of(
                        "Id", ticket,
                        "ContactId", contact,
                        "Subject", "Leaking kettle",
                        "Description", "It leaks, and I am angry",
                        "Priority", "High",
                        "Type", "Product")));
        awaitEvents("Support Ticket Opened");
        salesforce.cases().update(ticket, Map.of("Status", Optional.of("Closed")));
        awaitEvents("Support Ticket Opened", "Support Ticket Closed");

        assertThat(clearProperties())
                .contains("\"priority\": \"high\"", "\"category\": \"Product\"")
                .doesNotContain("angry");
        assertThat(new String(ciphertext(), StandardCharsets.ISO_8859_1))
                .isNotEmpty()
                .doesNotContain("angry");

        long before = loads("Case");
        database.useHandle(handle -> handle.execute("delete from watermark where source = 'salesforce-case'"));
        await().atMost(SOON).untilAsserted(() -> assertThat(loads("Case")).isGreaterThan(before));
        await().atMost(SOON).until(this::isLoaded);
        awaitEvents("Support Ticket Opened", "Support Ticket Closed");
    }

    @Test
    void leadsComeByTheirChangesAndTheirDeletionToo() {
        String lead = SalesforceId.of("00Q", number);
        salesforce.leads().put(List.of(Map.of("Id", lead, "LastName", "Lovelace", "Company", "Engines")));
        await().atMost(SOON).until(() -> isKnown(lead));
        salesforce.leads().delete(lead);
        await().atMost(SOON).until(() -> isKnown(lead));
    }

    private long loads(String object) {
        return salesforce.bulkJobs().all().stream()
                .filter(job -> job.path("object").asText().equals(object))
                .count();
    }

    private boolean isLoaded() {
        return database.withHandle(
                        handle -> handle.createQuery("select position from watermark where source = 'salesforce-case'")
                                .mapTo(String.class)
                                .findOne())
                .filter(position -> position.contains("newest"))
                .isPresent();
    }

    private void awaitEvents(String... types) {
        await().atMost(SOON).untilAsserted(() -> assertThat(events()).containsExactly(types));
    }

    private List<String> events() {
        return database.withHandle(handle -> handle.createQuery("""
                        select type from event
                        where source = 'salesforce' and properties ->> 'ticket_id' = :ticket
                        order by occurred_at, type desc
                        """)
                .bind("ticket", caseNumber())
                .mapTo(String.class)
                .list());
    }

    private String caseNumber() {
        return salesforce.cases().find(ticket).orElseThrow().text("CaseNumber");
    }

    private String clearProperties() {
        return database.withHandle(handle -> handle.createQuery("""
                        select cast(properties as text) from event
                        where type = 'Support Ticket Opened' and properties ->> 'ticket_id' = :ticket
                        """)
                .bind("ticket", caseNumber())
                .mapTo(String.class)
                .one());
    }

    private byte[] ciphertext() {
        return database.withHandle(handle -> handle.createQuery("""
                        select original from event
                        where type = 'Support Ticket Opened' and properties ->> 'ticket_id' = :ticket
                        """)
                .bind("ticket", caseNumber())
                .mapTo(byte[].class)
                .one());
    }

    /** Whether the hub has taken in the lead as it stands. */
    private boolean isKnown(String lead) {
        String stamp = salesforce.leads().find(lead).orElseThrow().text("SystemModstamp");
        Instant modified = Instant.parse(stamp.replace("+0000", "Z"));
        return database.withHandle(
                handle -> handle.createQuery("select count(*) > 0 from record_ledger where record_id = :record")
                        .bind("record", RecordId.of("salesforce:" + lead + ":" + modified))
                        .mapTo(Boolean.class)
                        .one());
    }
}
