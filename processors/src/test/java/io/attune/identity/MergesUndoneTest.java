package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.consenting;
import static io.attune.identity.Records.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.consent.ConsentStore;
import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureService;
import io.attune.record.ConsentState;
import io.attune.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jdbi.v3.core.Handle;

/**
 * People are merged and unmerged at random. When every merge is undone, each has the nodes, the features and the consents
 * that they would have had if nobody had ever been merged.
 */
class MergesUndoneTest {
    private static final int PEOPLE = 5;
    private static final PostgresDatabase POSTGRES = new PostgresDatabase();
    private static Encryption encryption;

    private final FeatureService features =
            new FeatureService(FeatureDefinitionReader.read(Path.of("../mojo-models/definitions")), () -> "release");

    @BeforeContainer
    static void open() throws IOException {
        POSTGRES.open();
        encryption = new KeysetFile(Files.createTempDirectory("merges-undone").resolve("keyset.json")).open();
    }

    @AfterContainer
    static void close() throws SQLException {
        POSTGRES.close();
    }

    /** What is known of everybody, by entity. */
    private record World(Set<Set<String>> people, Map<String, Object> features, Map<String, Object> consents) {}

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void everyoneIsWhoTheyWere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
        World apart = world(seed, steps, false);
        World undone = world(seed, steps, true);

        assertThat(undone.people()).hasSize(PEOPLE).isEqualTo(apart.people());
        assertThat(undone.features()).isEqualTo(apart.features());
        assertThat(undone.consents()).isEqualTo(apart.consents());
    }

    /** @param merging whether the same records name other people's addresses, too */
    private World world(long seed, int steps, boolean merging) {
        POSTGRES.clear();
        IdentityResolver resolver = new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID);
        Random random = new Random(seed);
        Random undoing = new Random(seed + 1);
        for (int person = 0; person < PEOPLE; person++) {
            receive(
                    resolver,
                    order("start-" + person, entity(person), moment(random), customer(person), email(person)));
            ConsentState state = random.nextBoolean() ? ConsentState.GRANTED : ConsentState.WITHDRAWN;
            receive(resolver, consenting("consent-" + person, "" + person, moment(random), state, email(person)));
        }
        for (int step = 0; step < steps; step++) {
            int person = random.nextInt(PEOPLE);
            int other = random.nextInt(PEOPLE);
            String address = email(merging ? other : person);
            receive(resolver, order("step-" + step, entity(person), moment(random), customer(person), address));
            if (undoing.nextInt(3) == 0) {
                merged().stream().findFirst().ifPresent(this::unmerge);
            }
        }
        for (List<UUID> left = merged(); !left.isEmpty(); left = merged()) {
            unmerge(left.get(undoing.nextInt(left.size())));
        }
        return POSTGRES.database().inTransaction(this::read);
    }

    private void receive(IdentityResolver resolver, SourceRecord received) {
        POSTGRES.database().useTransaction(handle -> {
            Resolution resolution = resolver.resolve(handle, List.of(received), NOW);
            features.update(handle, resolution.changes(), NOW);
        });
    }

    private void unmerge(UUID profile) {
        new Corrections(POSTGRES.database(), Clock.fixed(NOW, ZoneOffset.UTC)).unmerge(profile, "two people", "ann");
    }

    private List<UUID> merged() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(
                                "select profile_id from profile where merged_into is not null order by created_at, profile_id")
                        .mapTo(UUID.class)
                        .list());
    }

    private World read(Handle handle) {
        Map<String, UUID> owners = StoredPeople.owners(handle, encryption);
        Set<UUID> profiles = new HashSet<>(owners.values());
        var vectors = features.compute(handle, profiles, NOW);
        var standings = new ConsentStore().standings(handle, profiles, "marketing");
        Map<String, Object> featuresByEntity = new HashMap<>();
        Map<String, Object> consentsByEntity = new HashMap<>();
        owners.forEach((entity, owner) -> {
            featuresByEntity.put(entity, vectors.get(owner));
            consentsByEntity.put(entity, standings.getOrDefault(owner, Map.of()));
        });
        return new World(StoredPeople.read(handle, encryption), featuresByEntity, consentsByEntity);
    }

    private static Instant moment(Random random) {
        return NOW.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 200)));
    }

    private static String entity(int person) {
        return "user:" + person;
    }

    private static String customer(int person) {
        return "customer_id:" + person;
    }

    private static String email(int person) {
        return "email:person" + person + "@example.com";
    }
}
