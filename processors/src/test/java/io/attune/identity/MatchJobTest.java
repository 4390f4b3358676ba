package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.error.AttuneException;
import io.attune.record.SourceRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole store is matched in bulk by a model that is learned of it, which then weighs new records, too. */
class MatchJobTest {
    private static final int PEOPLE = 120;

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private MatchedStore store;
    private MatchJob job;

    @BeforeEach
    void start() {
        POSTGRES.clear();
        store = new MatchedStore(POSTGRES.database(), new KeysetFile(folder.resolve("keyset.json")).open());
        job = job(this::connection);
    }

    private MatchJob job(Callable<Connection> connections) {
        return new MatchJob(
                POSTGRES.database(),
                connections,
                store.probable,
                store.resolver,
                MatchedStore.CLOCK,
                store.changed::addAll);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(POSTGRES.url());
    }

    /** Everybody twice, the second time with a slip in the family name; received without being matched. */
    private void receiveUnmatched() {
        IdentityResolver byIdentifier =
                new IdentityResolver(IdentityDefinition.standard(), store.encryption, UUID::randomUUID);
        Random random = new Random(5);
        List<SourceRecord> records = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            String family = random.ints(9, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Map<String, String> known = Map.of(
                    "given_name",
                    List.of("Julia", "Noah", "Amelia", "Oliver", "Thea").get(random.nextInt(5)),
                    "family_name",
                    family,
                    "birth_date",
                    String.format(
                            Locale.ROOT, "%d-%02d-%02d", 1940 + random.nextInt(60), 1 + person % 12, 1 + person % 28),
                    "city",
                    List.of("Leeds", "York", "Hull").get(random.nextInt(3)));
            records.add(contact("a:" + person, "a" + person, NOW, known));
            Map<String, String> again = new HashMap<>(known);
            again.put("family_name", family.substring(1, 2) + family.charAt(0) + family.substring(2));
            records.add(contact("b:" + person, "b" + person, NOW, again));
        }
        POSTGRES.database().useTransaction(handle -> byIdentifier.resolve(handle, records, NOW));
    }

    @Test
    void findsWhatMatchingByRecordMissedAndLearns() {
        receiveUnmatched();
        assertThat(store.people()).hasSize(2 * PEOPLE);

        MatchRun run = job.run(Optional.empty(), "ann");

        assertThat(run.message()).isEmpty();
        assertThat(run.phase()).isEqualTo("done");
        Set<Set<String>> people = store.people();
        assertThat(people)
                .filteredOn(person -> person.size() == 2)
                .hasSizeGreaterThan(PEOPLE * 9 / 10)
                .allSatisfy(person -> assertThat(person.stream()
                                .map(entity -> entity.substring("salesforce/a".length()))
                                .distinct())
                        .hasSize(1));
        assertThat(run.joined()).isEqualTo(2 * PEOPLE - people.size());
        assertThat(store.audited("merge")).isEqualTo(run.joined());
        assertThat(store.changed).as("both sides of every merge").containsAll(store.merged());
        assertThat(store.probable.models().shown(POSTGRES.database())).satisfies(model -> {
            assertThat(model.version()).isPositive();
            assertThat(model.actor()).contains("ann");
            assertThat(model.nodes()).isEqualTo(2 * PEOPLE);
        });
        assertThat(job.run(Optional.empty(), "ann").joined()).isZero();
    }

    @Test
    void aRunThatIsBrokenOffGoesOn() {
        receiveUnmatched();
        POSTGRES.database().useHandle(handle -> handle.execute("""
                create function refuse_merges() returns trigger language plpgsql as $$
                begin raise exception 'broken off'; end $$
                """));
        POSTGRES.database()
                .useHandle(
                        handle -> handle.execute(
                                "create trigger refuse_merges before update of merged_into on profile for each row execute function refuse_merges()"));
        MatchRun failed = job.run(Optional.empty(), "ann");
        assertThat(failed.phase()).isEqualTo("failed");
        POSTGRES.database().useHandle(handle -> handle.execute("drop function refuse_merges() cascade"));
        // As if the node had died in the middle of it, and not the run.
        POSTGRES.database().useHandle(handle -> handle.execute("update match_run set phase = 'joining'"));

        job.tend();

        assertThat(job.runs(10)).singleElement().satisfies(run -> {
            assertThat(run.phase()).isEqualTo("done");
            assertThat(run.joined()).isGreaterThan(PEOPLE * 9 / 10);
        });
    }

    @Test
    void aRunThatIsAskedForIsBegunByTheClock() {
        receiveUnmatched();

        MatchRun asked = job.request(Optional.empty(), "ann");
        assertThat(asked.ended()).isFalse();
        assertThat(job.request(Optional.empty(), "eva").id()).as("the same run").isEqualTo(asked.id());
        assertThat(store.people()).as("nothing is matched yet").hasSize(2 * PEOPLE);
        job.tend();

        assertThat(job.runs(10)).singleElement().satisfies(run -> {
            assertThat(run.phase()).isEqualTo("done");
            assertThat(run.actor()).isEqualTo("ann");
            assertThat(run.joined()).isGreaterThan(PEOPLE * 9 / 10);
        });
    }

    @Test
    void onlyOneRunsAtATime() throws SQLException {
        try (Connection other = connection()) {
            other.createStatement().execute("select pg_advisory_lock(" + 0x617474756e6d6174L + ")");
            assertThatThrownBy(() -> job.run(Optional.empty(), "ann"))
                    .isInstanceOf(AttuneException.class)
                    .hasMessageContaining("being matched already");
        }
    }

    @Test
    void aSourceIsMatchedAlone() {
        receiveUnmatched();

        assertThat(job.run(Optional.of("web"), "ann").joined()).isZero();
        assertThat(job.run(Optional.of("salesforce"), "ann").joined()).isGreaterThan(PEOPLE * 9 / 10);
    }

    @Test
    void tooFewRecordsTeachNothing() {
        store.receive(contact("sf:1", "1", NOW, Map.of("given_name", "Ann")));

        MatchRun run = job.run(Optional.empty(), "ann");

        assertThat(run.phase()).isEqualTo("failed");
        assertThat(run.message())
                .hasValueSatisfying(message -> assertThat(message).contains("50 are needed"));
    }
}
