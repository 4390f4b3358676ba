package io.attune.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.identity.IdentityDefinition;
import io.attune.identity.IdentityResolver;
import io.attune.identity.Records;
import io.attune.identity.Resolution;
import io.attune.monitoring.PipelineMeters;
import io.attune.profile.ProfileMerge;
import io.attune.profile.ProfileStore;
import io.attune.profile.StoredScore;
import io.attune.record.SourceRecord;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProfileMemoryTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static HazelcastInstance hazelcast;

    @TempDir
    Path folder;

    private ProfileMemory memory;
    private IdentityResolver resolver;

    @BeforeAll
    static void join() {
        hazelcast = LocalHazelcast.alone("memory-test");
    }

    @AfterAll
    static void leave() {
        hazelcast.shutdown();
    }

    @BeforeEach
    void start() {
        POSTGRES.clear();
        hazelcast.getMap("profiles").clear();
        hazelcast.getMap("vectors").clear();
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        resolver = new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID);
        memory = new ProfileMemory(
                hazelcast,
                POSTGRES.database(),
                new ProfileStore(encryption),
                encryption,
                new PipelineMeters(new SimpleMeterRegistry()));
    }

    private Resolution resolve(SourceRecord record) {
        return POSTGRES.database().inTransaction(handle -> resolver.resolve(handle, List.of(record), Records.NOW));
    }

    private static HotVector vector(UUID profile, long version, double orders) {
        StoredScore score = new StoredScore("churn", "1", Optional.of(0.5), Optional.empty(), Records.NOW, "release");
        return new HotVector(profile, version, Records.NOW, Map.of("orders_90d", orders), Map.of("churn", score));
    }

    @Test
    void aReaderSeesTheNewestCommit() {
        UUID profile = resolve(Records.contact("sf:1", "1", Records.NOW, Map.of("given_name", "Ann")))
                .versions()
                .keySet()
                .iterator()
                .next();
        assertThat(memory.profile(profile).orElseThrow().attributes()).containsEntry("given_name", "Ann");
        Resolution second =
                resolve(Records.contact("sf:2", "1", Records.NOW.plusSeconds(5), Map.of("given_name", "Anna")));
        memory.refresh(List.of(), second.versions());
        assertThat(memory.profile(profile).orElseThrow().attributes()).containsEntry("given_name", "Anna");
    }

    @Test
    void aMergedProfileAnswersWithItsSurvivor() {
        UUID first = only(resolve(Records.contact("sf:1", "1", Records.NOW, Map.of(), "email:ann@example.com")));
        UUID second = only(resolve(Records.contact("sf:2", "2", Records.NOW, Map.of(), "phone:+441130001111")));
        assertThat(memory.profile(second).orElseThrow().profile()).isEqualTo(second);

        Resolution third = resolve(
                Records.contact("sf:3", "3", Records.NOW, Map.of(), "email:ann@example.com", "phone:+441130001111"));
        memory.refresh(List.of(), third.versions());
        memory.outdate(ProfileMerge.profiles(third.changes().merges()));

        UUID survivor = third.changes().merges().get(0).survivor();
        assertThat(Set.of(first, second)).allSatisfy(either -> {
            assertThat(memory.profile(either).orElseThrow().profile()).isEqualTo(survivor);
            assertThat(memory.vector(either).orElseThrow().profile()).isEqualTo(survivor);
        });
    }

    private static UUID only(Resolution resolution) {
        return resolution.versions().keySet().iterator().next();
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        UUID profile = UUID.randomUUID();
        memory.refresh(List.of(vector(profile, 7, 3)), Map.of(profile, 7L));
        memory.refresh(List.of(vector(profile, 6, 2)), Map.of(profile, 6L));
        assertThat(memory.vector(profile).orElseThrow().features()).containsEntry("orders_90d", 3.0);
        assertThat(memory.vector(profile).orElseThrow().scores().get("churn").value())
                .contains(0.5);
    }

    @Test
    void anEmptiedMemoryIsFilledFromTheDatabase() {
        UUID profile = resolve(Records.contact("sf:1", "1", Records.NOW, Map.of("given_name", "Ann")))
                .versions()
                .keySet()
                .iterator()
                .next();
        assertThat(memory.profile(profile)).isPresent();
        hazelcast.getMap("profiles").clear();
        assertThat(memory.profile(profile)).isPresent();
        assertThat(memory.profile(UUID.randomUUID())).isEmpty();
    }

    @Test
    void nothingPersonalIsReadableInTheMemory() {
        UUID profile = resolve(Records.contact("sf:1", "1", Records.NOW, Map.of("given_name", "Ann")))
                .versions()
                .keySet()
                .iterator()
                .next();
        memory.profile(profile);
        Versioned held = (Versioned) hazelcast.getMap("profiles").get(profile);
        assertThat(new String(held.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Ann");
    }
}
