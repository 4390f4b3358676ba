package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.consenting;
import static io.attune.identity.Records.contact;
import static io.attune.identity.Records.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.profile.EventStore;
import io.attune.profile.NodeDay;
import io.attune.profile.ProfileStore;
import io.attune.profile.ProfileView;
import io.attune.record.ConsentState;
import io.attune.record.SourceRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class IdentityResolverTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private IdentityResolver resolver;
    private ProfileStore profiles;

    @BeforeEach
    void start() {
        POSTGRES.clear();
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        resolver = new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID);
        profiles = new ProfileStore(encryption);
    }

    private Resolution resolve(SourceRecord... records) {
        return POSTGRES.database().inTransaction(handle -> resolver.resolve(handle, List.of(records), NOW));
    }

    private ProfileView view(UUID profile) {
        return POSTGRES.database()
                .inHandle(handle -> profiles.view(handle, profile).orElseThrow());
    }

    private static UUID onlyProfile(Resolution resolution) {
        assertThat(resolution.versions()).hasSize(1);
        return resolution.versions().keySet().iterator().next();
    }

    @Test
    void aNewPersonBecomesAProfileWithEverythingSaid() {
        UUID profile = onlyProfile(resolve(
                contact("sf:1:1", "1", NOW, Map.of("given_name", "Ann", "country", "DE"), "email:ann@example.com"),
                consenting("sf:1:2", "1", NOW, ConsentState.GRANTED, "email:ann@example.com"),
                order("web:1", "user:7", NOW, "customer_id:7", "email:ann@example.com")));
        ProfileView view = view(profile);
        assertThat(view.attributes()).containsEntry("given_name", "Ann").containsEntry("country", "DE");
        assertThat(view.identifier("email")).contains("ann@example.com");
        assertThat(view.identifier("customer_id")).contains("7");
        assertThat(view.consents())
                .singleElement()
                .satisfies(consent -> assertThat(consent.state()).isEqualTo("granted"));
        assertThat(view.version()).isEqualTo(1);
    }

    @Test
    void aRepeatedRecordChangesNothing() {
        UUID profile = onlyProfile(resolve(order("web:1", "user:7", NOW, "customer_id:7")));
        Resolution again =
                resolve(order("web:1", "user:7", NOW, "customer_id:7"), order("web:1", "user:7", NOW, "customer_id:7"));
        assertThat(again.repeats()).isEqualTo(2);
        assertThat(again.events()).isEmpty();
        assertThat(view(profile).version()).isEqualTo(1);
    }

    @Test
    void aRecordThatNamesTwoPeopleMergesThem() {
        UUID first = onlyProfile(resolve(order("web:1", "anonymous:a", NOW, "anonymous_id:a")));
        UUID second = onlyProfile(resolve(order("web:2", "user:7", NOW, "customer_id:7")));
        Resolution joining = resolve(order("web:3", "user:7", NOW, "customer_id:7", "anonymous_id:a"));
        UUID survivor = onlyProfile(joining);
        assertThat(joining.changes().merges()).hasSize(1);
        assertThat(List.of(first, second)).contains(survivor);
        UUID merged = survivor.equals(first) ? second : first;
        POSTGRES.database().useHandle(handle -> {
            assertThat(profiles.current(handle, merged)).contains(survivor);
            assertThat(new EventStore().ofProfiles(handle, List.of(survivor), NOW.plusSeconds(60)))
                    .hasSize(3);
        });
    }

    @Test
    void eventsAreReadBackByNodeDayWithoutWhatIsPersonal() {
        Resolution resolution = resolve(order("web:1", "user:7", NOW, "customer_id:7"));
        NodeDay day = resolution.changes().touchedDays().iterator().next();
        POSTGRES.database()
                .useHandle(handle -> assertThat(new EventStore().ofNodeDays(handle, List.of(day)))
                        .containsExactlyElementsOf(resolution.events())
                        .singleElement()
                        .satisfies(event ->
                                assertThat(event.properties().has("gift_note")).isFalse()));
    }

    @Test
    void nothingPersonalIsReadableInTheDatabase() {
        resolve(contact("sf:1:1", "1", NOW, Map.of("family_name", "Musterfrau"), "email:ann@example.com"));
        POSTGRES.database().useHandle(handle -> {
            for (String table : List.of("identity_node", "identifier", "node_attribute", "record_ledger")) {
                String dump = handle.createQuery("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                        .mapTo(String.class)
                        .one();
                assertThat(dump).doesNotContain("Musterfrau", "ann@example.com");
            }
        });
    }

    @Test
    void backfilledRecordsOnlyDeferTheProfile() {
        var header = Records.header("web:1", "web", "user:7", NOW, List.of(), "customer_id:7");
        var past = new io.attune.record.RecordHeader(
                1, header.key(), header.source(), header.entity(), NOW, 0, NOW, true, header.identifiers(), List.of());
        var live = order("web:2", "user:8", NOW, "customer_id:8");
        var backfilled =
                new io.attune.record.Event(past, live.type(), live.amount(), live.currency(), live.properties());
        Resolution resolution = resolve(backfilled, live);
        assertThat(resolution.changes().live()).hasSize(1);
        assertThat(resolution.changes().deferred()).hasSize(1);
        POSTGRES.database()
                .useHandle(handle -> assertThat(
                                handle.createQuery("select profile_id from profile where deferred_at is not null")
                                        .mapTo(UUID.class)
                                        .set())
                        .isEqualTo(resolution.changes().deferred()));
    }
}
