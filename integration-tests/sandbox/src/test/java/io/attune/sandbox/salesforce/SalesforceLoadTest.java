package io.attune.sandbox.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.command.Ports;
import io.attune.database.PostgresDatabase;
import io.attune.sandbox.kafka.KafkaBroker;
import io.attune.sandbox.standin.Fault;
import io.attune.sandbox.standin.Services;
import io.attune.sandbox.standin.salesforce.SObjects;
import io.attune.sandbox.standin.salesforce.SalesforceId;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first load of an organization's contacts, by the hub's own routes in a process with little memory, which is killed ten
 * times: at steps drawn at random, among them between Kafka's acknowledgement and the watermark, while connections break,
 * sessions end and servers are busy. The profile {@code nightly} loads ten times as many.
 */
class SalesforceLoadTest {
    private static final int INTERRUPTIONS = 10;
    private static final int CONTACTS = Integer.getInteger("attune.load.contacts", 20_000);
    private static final int PAGES = 100;
    private static final String HEAP = "-Xmx80m";
    private static final long SEED = Long.getLong("attune.load.seed", 20_260_601L);

    /** Where a process can die, and how often it may have passed there before. */
    private static final List<String> STEPS = List.of(
            "salesforce-results-get",
            "salesforce-results-page",
            "salesforce-take-map",
            "salesforce-take-publish",
            "ingest-publish-to-records",
            "ingest-publish-return",
            "salesforce-take-advance");

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private Services services;
    private KafkaBroker kafka;

    @BeforeEach
    void start() throws IOException {
        services = new Services(folder);
        kafka = new KafkaBroker(folder.resolve("kafka"), Ports.free(), Ports.free());
        kafka.start();
        Instant start = Instant.parse("2025-01-01T00:00:00Z");
        for (int from = 0; from < CONTACTS; from += 1_000) {
            List<Map<String, Object>> contacts = new ArrayList<>();
            for (int number = from; number < Math.min(from + 1_000, CONTACTS); number++) {
                contacts.add(Map.of(
                        "Id",
                        SalesforceId.of("003", number + 1),
                        "FirstName",
                        "Ada",
                        "LastName",
                        "Lovelace, \"the " + number + "th\"",
                        "Email",
                        "ada." + number + "@example.org",
                        "MailingCity",
                        "Zürich",
                        "SystemModstamp",
                        SObjects.time(start.plusSeconds(number)),
                        "IsDeleted",
                        number % 50 == 0));
            }
            services.standIns().salesforce().contacts().put(contacts);
        }
    }

    @AfterEach
    void stop() {
        kafka.close();
        services.close();
    }

    @Test
    void loadThatIsInterruptedTenTimesIsCompleteAndWithoutDuplicates() throws Exception {
        long began = System.nanoTime();
        // Before and after Salesforce has made the job: one that nobody remembers is only a job too many.
        assertKilled(run(1, "salesforce-read-create-job", 1));
        assertKilled(run(2, "salesforce-read-created", 1));
        for (int life = 3; life <= INTERRUPTIONS; life++) {
            disturb();
            String step = STEPS.get(random.nextInt(STEPS.size()));
            assertKilled(run(life, step, 1 + random.nextInt(PAGES / INTERRUPTIONS)));
        }
        assertThat(run(INTERRUPTIONS + 1, "none", 1))
                .as("the end of the load\n%s", log())
                .isZero();
        double seconds = (System.nanoTime() - began) / 1e9;

        SentContacts sent = SentContacts.in(kafka, POSTGRES.database());
        System.out.printf(
                "%,d contacts in %.0f s with %s, %d interruptions: %,d records in Kafka, %,d new to the ledger, %s%n",
                CONTACTS, seconds, HEAP, INTERRUPTIONS, sent.messages(), sent.claimed(), lastLine());
        assertThat(sent.entities()).hasSize(CONTACTS);
        assertThat(sent.claimed()).as("records that are new to the ledger").isEqualTo(CONTACTS);
        assertThat(sent.messages())
                .as("every interruption repeats one page at most")
                .isBetween(CONTACTS, CONTACTS + INTERRUPTIONS * (CONTACTS / PAGES));
        assertThat(sent.deleted()).isEqualTo(CONTACTS / 50);
    }

    /** What else goes wrong meanwhile. */
    private void disturb() {
        var salesforce = services.standIns().salesforce();
        switch (random.nextInt(5)) {
            case 0 -> salesforce.endSessions();
            case 1 -> salesforce.standIn().faults().add(Fault.status(503).on("results"));
            case 2 ->
                salesforce
                        .standIn()
                        .faults()
                        .add(Fault.once(Fault.Kind.DROP_BEFORE).on("results"));
            case 3 -> salesforce.bulkJobs().cutPages(1);
            default ->
                salesforce
                        .standIn()
                        .faults()
                        .add(Fault.once(Fault.Kind.DROP_AFTER).on("jobs/query"));
        }
    }

    private void assertKilled(int status) throws IOException {
        assertThat(status).as("killed where it was meant to be\n%s", log()).isEqualTo(Interruption.KILLED);
    }

    private int run(int epoch, String step, int times) throws Exception {
        Properties keys = new Properties();
        keys.setProperty("attune.kafka.brokers", kafka.bootstrapServers());
        keys.setProperty("attune.topic.records", "attune.records");
        keys.setProperty("attune.topic.rejects", "attune.rejects");
        keys.setProperty("attune.salesforce.login-url", services.url() + "/salesforce");
        keys.setProperty("attune.salesforce.client-id", Services.SECRETS.salesforceClientId());
        keys.setProperty("attune.salesforce.client-secret", Services.SECRETS.salesforceClientSecret());
        keys.setProperty("attune.salesforce.api-version", "62.0");
        keys.setProperty("attune.salesforce.poll-interval", "PT1S");
        keys.setProperty("attune.salesforce.page-size", Integer.toString(CONTACTS / PAGES));
        keys.setProperty("test.database", POSTGRES.url());
        keys.setProperty("test.epoch", Integer.toString(epoch));
        keys.setProperty("test.step", step);
        keys.setProperty("test.times", Integer.toString(times));
        Path file = folder.resolve("load.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            keys.store(writer, "One life of the hub");
        }
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadProcess.class.getName(),
                        Path.of("../..").toAbsolutePath().normalize().toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("load.log").toFile()))
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    private String lastLine() throws IOException {
        return log().lines().reduce("", (before, line) -> line);
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("load.log"));
    }
}
