package io.attune.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureService;
import io.attune.identity.IdentityDefinition;
import io.attune.identity.IdentityResolver;
import io.attune.identity.ProfileSearch;
import io.attune.identity.Records;
import io.attune.identity.Resolution;
import io.attune.memory.LocalHazelcast;
import io.attune.memory.ProfileMemory;
import io.attune.monitoring.PipelineMeters;
import io.attune.profile.ProfileStore;
import io.attune.record.Identifier;
import io.attune.record.SourceRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FeatureLookupTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Path DEFINITIONS = Path.of("../mojo-models/definitions");
    private static final Instant LATER = Records.NOW.plus(Duration.ofDays(2));
    private static HazelcastInstance hazelcast;

    @TempDir
    Path folder;

    private FeatureService features;
    private IdentityResolver resolver;
    private ProfileMemory memory;
    private FeatureLookup lookup;

    @BeforeAll
    static void join() {
        hazelcast = LocalHazelcast.alone("lookup-test");
    }

    @AfterAll
    static void leave() {
        hazelcast.shutdown();
    }

    @BeforeEach
    void start() throws IOException {
        POSTGRES.clear();
        hazelcast.getMap("vectors").clear();
        Files.createDirectories(folder.resolve("features"));
        Files.createDirectories(folder.resolve("schemas"));
        Files.copy(DEFINITIONS.resolve("schemas/features.schema.json"), folder.resolve("schemas/features.schema.json"));
        Files.writeString(folder.resolve("features/some.yaml"), """
                owner: commerce
                features:
                  - {name: orders_90d, description: Orders, events: [Order Completed], aggregation: count, window: P90D}
                  - {name: largest_order, description: Largest, events: [Order Completed], amounts: true, aggregation: max, privacy: sensitive}
                  - {name: top_store, description: Store, events: [Order Completed], by: store, aggregation: top_category}
                """);
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        features = new FeatureService(FeatureDefinitionReader.read(folder), () -> "release");
        resolver = new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID);
        memory = new ProfileMemory(
                hazelcast,
                POSTGRES.database(),
                new ProfileStore(encryption),
                encryption,
                new PipelineMeters(new SimpleMeterRegistry()));
        lookup = new FeatureLookup(POSTGRES.database(), memory, new ProfileSearch(encryption), features);
    }

    @Test
    void findsByProfileAndByIdentifierAndSaysWhatItDoesNotKnow() {
        UUID ann = buyer("ann@example.com");
        UUID nobody = UUID.randomUUID();

        FeatureAnswer answer = lookup.answer(
                new FeatureQuestion(
                        List.of(nobody, ann),
                        List.of(new Identifier("email", "Ann@Example.com"), new Identifier("email", "x@example.com")),
                        List.of("orders_90d", "top_store")),
                true);

        assertThat(answer.vectors())
                .extracting(FeatureAnswer.Found::asked)
                .containsExactly("profiles/1", "identifiers/0");
        assertThat(answer.vectors()).allSatisfy(found -> {
            assertThat(found.profile()).isEqualTo(ann);
            assertThat(found.asOf()).isEqualTo(LATER);
            assertThat(found.features()).containsOnlyKeys("orders_90d").containsEntry("orders_90d", 1.0);
            assertThat(found.missing()).containsExactly("top_store");
        });
        assertThat(answer.unknown()).containsExactly("profiles/0", "identifiers/1");
    }

    @Test
    void withholdsWhatIsSensitive() {
        UUID ann = buyer("ann@example.com");
        FeatureQuestion all = new FeatureQuestion(List.of(ann), List.of(), List.of());

        FeatureAnswer open = lookup.answer(all, false);
        assertThat(open.withheld()).containsExactly("largest_order");
        assertThat(open.vectors().get(0).features()).doesNotContainKey("largest_order");
        assertThat(lookup.answer(all, true).vectors().get(0).features()).containsKey("largest_order");
    }

    @Test
    void servesFromTheMemoryAfterTheFirstTimeAndFollowsMerges() {
        UUID ann = buyer("ann@example.com");
        FeatureQuestion question = new FeatureQuestion(List.of(ann), List.of(), List.of("orders_90d"));
        FeatureAnswer first = lookup.answer(question, false);
        POSTGRES.database().useHandle(handle -> handle.execute("delete from feature_vector"));
        assertThat(lookup.answer(question, false)).isEqualTo(first);

        UUID bob = buyer("bob@example.com");
        POSTGRES.database()
                .useHandle(
                        handle -> handle.execute("update profile set merged_into = ? where profile_id = ?", bob, ann));
        hazelcast.getMap("vectors").clear();
        assertThat(lookup.answer(question, false).vectors())
                .extracting(FeatureAnswer.Found::profile)
                .containsExactly(bob);
    }

    private UUID buyer(String email) {
        SourceRecord order = Records.order(email, "user:" + email, Records.NOW, "email:" + email);
        return POSTGRES.database().inTransaction(handle -> {
            Resolution resolution = resolver.resolve(handle, List.of(order), Records.NOW);
            features.update(handle, resolution.changes(), LATER);
            return resolution.versions().keySet().iterator().next();
        });
    }
}
