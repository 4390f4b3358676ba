package io.attune.timing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.feature.PeopleInDatabase;
import io.attune.profile.ProfileStore;
import io.attune.registry.KindRegistry;
import io.attune.scoring.ModelFile;
import io.attune.sendtime.SendTime;
import io.attune.sendtime.SendTimeModel;
import io.attune.sendtime.SendTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BestTimesTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Instant NOW = Instant.parse("2026-06-15T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final PeopleInDatabase people = new PeopleInDatabase(POSTGRES);

    @TempDir
    private Path folder;

    private PeopleInDatabase.Person reader;

    @BeforeEach
    void begin() {
        POSTGRES.clear();
        reader = people.person(NOW, 1);
    }

    @Test
    void findsTheHourAtWhichAPersonReads() throws Exception {
        evenings("m%d");

        assertThat(best(hour -> true).get(reader.profile()).at()).isEqualTo(Instant.parse("2026-06-15T18:00:00Z"));
    }

    @Test
    void goesByThePersonsOwnClock() throws Exception {
        evenings("m%d");
        POSTGRES.database()
                .useHandle(handle -> handle.execute("""
                insert into node_attribute (node_id, name, value, occurred_at, source_rank, record_id)
                values (?, 'time_zone', 'Europe/Berlin', now(), 1, gen_random_uuid())
                """, reader.nodes().get(0)));

        assertThat(best(hour -> hour < 19).get(reader.profile()).at()).isBefore(Instant.parse("2026-06-15T17:00:00Z"));
        assertThat(best(hour -> true).get(reader.profile()).hour().hour()).isEqualTo(20);
    }

    @Test
    void givesAnOpeningThatNamesNoMessageToTheLastOneBeforeIt() throws Exception {
        evenings(null);

        assertThat(best(hour -> true).get(reader.profile()).at()).isEqualTo(Instant.parse("2026-06-15T18:00:00Z"));
        assertThat(log()).hasSize(31);
        assertThat(log().get(1)).isEqualTo(reader.profile() + ",,2026-05-16T06:00:00Z,2026-05-16T19:30:00Z");
    }

    @Test
    void writesAnOpeningWithTheMessageThatItNames() throws Exception {
        event("Email Delivered", Instant.parse("2026-06-01T06:00:00Z"), "first");
        event("Email Delivered", Instant.parse("2026-06-02T06:00:00Z"), "second");
        event("Email Opened", Instant.parse("2026-06-02T08:00:00Z"), "first");
        event("Email Opened", Instant.parse("2026-06-03T08:00:00Z"), "first");

        assertThat(log())
                .containsExactly(
                        "person,zone,delivered,opened",
                        reader.profile() + ",,2026-06-01T06:00:00Z,2026-06-02T08:00:00Z",
                        reader.profile() + ",,2026-06-02T06:00:00Z,");
    }

    @Test
    void knowsNobodysTimeWithoutAModel() {
        assertThat(best(Optional.empty(), hour -> true)).isEmpty();
    }

    private Map<UUID, SendTime> best(IntPredicate allowed) throws IOException {
        double[] rates = new double[168];
        Arrays.fill(rates, 0.02);
        byte[] model = new ObjectMapper().writeValueAsBytes(new SendTimeModel(180, 3, 8, rates));
        Path version = Files.createDirectories(folder.resolve("registry/send_time/1"));
        Files.write(version.resolve("model.json"), model);
        Files.writeString(
                version.resolve("card.json"),
                "{\"model\": \"send_time\", \"version\": \"1\", \"digest\": \"" + ModelFile.digest(model) + "\"}");
        Files.writeString(folder.resolve("registry/send_time/kind"), SendTimes.KIND + "\n");
        Files.writeString(folder.resolve("registry/send_time/champion"), "1\n");
        return best(Optional.of(folder.resolve("registry")), allowed);
    }

    private Map<UUID, SendTime> best(Optional<Path> registry, IntPredicate allowed) {
        BestTimes times = new BestTimes(
                new ProfileStore(new KeysetFile(folder.resolve("keys.json")).open()),
                KindRegistry.open(registry.orElse(folder), SendTimes.KIND, SendTimes::load),
                ZoneOffset.UTC,
                CLOCK);
        return POSTGRES.database()
                .inHandle(handle -> times.best(handle, List.of(reader.profile()), Duration.ofDays(1), allowed));
    }

    private List<String> log() throws Exception {
        Path file = folder.resolve("messages.csv");
        try (var connection = POSTGRES.dataSource().getConnection()) {
            MessageLog.messages(connection, NOW.minus(Duration.ofDays(400)), NOW, file);
        }
        return Files.readAllLines(file);
    }

    /** Thirty mornings of mail, opened at half past seven in the evening. */
    private void evenings(String message) {
        for (int day = 1; day <= 30; day++) {
            Instant delivered = Instant.parse("2026-06-15T06:00:00Z").minus(Duration.ofDays(day));
            String name = message == null ? null : message.formatted(day);
            event("Email Delivered", delivered, name);
            event("Email Opened", delivered.plus(Duration.ofMinutes(810)), name);
        }
    }

    private void event(String type, Instant at, String message) {
        POSTGRES.database()
                .useHandle(handle -> handle.execute(
                        """
                insert into event (record_id, node_id, source, type, occurred_at, received_at, processed_at, backfill,
                                   schema_version, properties)
                values (gen_random_uuid(), ?, 'mailchimp', ?, ?, ?, ?, false, 1,
                        jsonb_strip_nulls(jsonb_build_object('delivery', ?::text)))
                """,
                        reader.nodes().get(0),
                        type,
                        at.atOffset(ZoneOffset.UTC),
                        at.atOffset(ZoneOffset.UTC),
                        at.atOffset(ZoneOffset.UTC),
                        message));
    }
}
