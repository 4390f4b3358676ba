package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.contact;
import static io.attune.identity.Records.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.error.AttuneException;
import io.attune.profile.ProfileMerge;
import io.attune.profile.ProfileStore;
import io.attune.record.SourceRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class UnmergeTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private Encryption encryption;
    private IdentityResolver resolver;

    @BeforeEach
    void start() {
        POSTGRES.clear();
        encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        resolver = new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID);
    }

    private Resolution resolve(SourceRecord... records) {
        return POSTGRES.database().inTransaction(handle -> resolver.resolve(handle, List.of(records), NOW));
    }

    private Set<Set<String>> people() {
        return POSTGRES.database().inHandle(handle -> StoredPeople.read(handle, encryption));
    }

    private void unmerge(UUID merged) {
        new Corrections(POSTGRES.database(), Clock.fixed(NOW, ZoneOffset.UTC), changed -> {})
                .unmerge(merged, "two people", "ann");
    }

    @Test
    void anUnmergeRestoresBothPeople() {
        resolve(
                contact("sf:1", "1", NOW, Map.of("given_name", "Ann"), "email:ann@example.com"),
                order("web:1", "user:7", NOW, "customer_id:7", "email:ann@example.com"));
        resolve(contact("sf:2", "2", NOW, Map.of("given_name", "Bob"), "email:bob@example.com"));
        Set<Set<String>> before = people();
        List<ProfileMerge> merges = resolve(order("web:2", "user:7", NOW, "email:bob@example.com"))
                .changes()
                .merges();
        assertThat(merges).hasSize(1);
        assertThat(people()).hasSize(1);

        unmerge(merges.get(0).merged());
        assertThat(people()).isEqualTo(before);
        POSTGRES.database().useHandle(handle -> {
            ProfileStore profiles = new ProfileStore(encryption);
            assertThat(List.of(merges.get(0).merged(), merges.get(0).survivor()))
                    .extracting(profile -> profiles.view(handle, profile)
                            .orElseThrow()
                            .attributes()
                            .get("given_name"))
                    .containsExactlyInAnyOrder("Ann", "Bob");
        });
    }

    @Test
    void theSameEvidenceDoesNotMergeThemAgain() {
        resolve(contact("sf:1", "1", NOW, Map.of(), "email:family@example.com"));
        resolve(contact("sf:2", "2", NOW, Map.of(), "phone:+4930123456"));
        UUID merged = resolve(contact("sf:2:2", "2", NOW, Map.of(), "phone:+4930123456", "email:family@example.com"))
                .changes()
                .merges()
                .get(0)
                .merged();
        unmerge(merged);
        Set<Set<String>> apart = people();
        assertThat(apart).hasSize(2);
        resolve(contact("sf:2:3", "2", NOW, Map.of(), "phone:+4930123456", "email:family@example.com"));
        resolve(contact("sf:1:2", "1", NOW, Map.of(), "email:family@example.com"));
        assertThat(people()).isEqualTo(apart);
        resolve(contact("sf:3", "3", NOW, Map.of(), "email:family@example.com"));
        assertThat(people()).hasSize(3);
    }

    @Test
    void aChainOfMergesIsUndoneAtAnyLink() {
        resolve(order("web:1", "anonymous:a", NOW, "anonymous_id:a"));
        resolve(order("web:2", "anonymous:b", NOW, "anonymous_id:b"));
        resolve(order("web:3", "anonymous:c", NOW, "anonymous_id:c"));
        UUID first = resolve(order("web:4", "user:1", NOW, "anonymous_id:a", "anonymous_id:b"))
                .changes()
                .merges()
                .get(0)
                .merged();
        resolve(order("web:5", "user:1", NOW, "anonymous_id:c"));
        assertThat(people()).hasSize(1);
        unmerge(first);
        assertThat(people()).hasSize(2);
        assertThatThrownBy(() -> unmerge(first))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("was not merged");
    }
}
