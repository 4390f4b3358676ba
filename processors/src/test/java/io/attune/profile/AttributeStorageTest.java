package io.attune.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.MovableClock;
import io.attune.delivery.Readers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An attribute changes its definition: readers see that at once, the table soon after. */
class AttributeStorageTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(NOW);
    private AttributeDefinitions definitions = AttributeDefinitions.standard();
    private ProfileStore profiles;
    private AttributeStorage storage;
    private UUID ada;

    @BeforeEach
    void begin() {
        POSTGRES.clear();
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        profiles = new ProfileStore(encryption, () -> definitions);
        storage = new AttributeStorage(POSTGRES.database(), encryption, () -> definitions, clock);
        Readers readers = new Readers(POSTGRES, encryption);
        ada = readers.person(NOW);
        readers.attribute(ada, "income_band", "B", NOW);
        readers.attribute(ada, "given_name", "Ada", NOW);
    }

    @Test
    void anAttributeThatBecomesOrdinaryIsReadAtOnceAndPutInClear() {
        assertThat(clear()).isEmpty();
        assertThat(storage.tend()).isZero();

        definitions = with(Privacy.ORDINARY);
        assertThat(clear()).containsExactly(Map.entry("income_band", "B"));
        assertThat(stored("income_band")).as("not yet").isEmpty();

        assertThat(storage.tend()).isEqualTo(1);
        assertThat(stored("income_band")).contains("B");
        assertThat(clear()).containsExactly(Map.entry("income_band", "B"));
        assertThat(stored("given_name")).as("of others nothing").isEmpty();
        assertThat(audited()).containsExactly("put attributes in clear income_band");
    }

    @Test
    void anAttributeThatBecomesPersonalIsHiddenAtOnceAndEncrypted() {
        definitions = with(Privacy.ORDINARY);
        storage.tend();

        definitions = with(Privacy.PERSONAL);
        assertThat(clear()).as("by its definition, though it lies in clear yet").isEmpty();
        assertThat(storage.tend()).isEqualTo(1);
        assertThat(stored("income_band")).isEmpty();
        assertThat(all()).containsEntry("income_band", "B").containsEntry("given_name", "Ada");
        assertThat(audited()).containsExactly("put attributes in clear income_band", "encrypt attributes income_band");
    }

    @Test
    void anAttributeThatLosesItsDefinitionIsEncrypted() {
        definitions = with(Privacy.ORDINARY);
        storage.tend();

        definitions = AttributeDefinitions.standard();
        storage.tend();
        assertThat(stored("income_band")).isEmpty();
        assertThat(all()).containsEntry("income_band", "B");
    }

    @Test
    void whatANodeOfBeforeWroteIsFoundWithinTheHour() {
        definitions = with(Privacy.PERSONAL);
        storage.tend();
        POSTGRES.database()
                .useHandle(handle -> handle.execute(
                        "update node_attribute set value = 'C', secret = null where name = 'income_band'"));
        assertThat(storage.tend())
                .as("not every minute through the whole table")
                .isZero();

        clock.advance(Duration.ofHours(1));
        assertThat(storage.tend()).isEqualTo(1);
        assertThat(all()).containsEntry("income_band", "C");
    }

    @Test
    void whetherSomethingWasDeletedStaysInClear() {
        POSTGRES.database()
                .useHandle(
                        handle -> handle.execute(
                                "insert into node_attribute (node_id, name, value, occurred_at, source_rank, record_id)"
                                        + " select node_id, 'deleted', 'false', now(), 1, gen_random_uuid() from identity_node"));
        storage.tend();
        assertThat(stored("deleted")).contains("false");
    }

    private AttributeDefinitions with(Privacy privacy) {
        return AttributeDefinitions.of(
                List.of(new AttributeDefinition(
                        "income_band",
                        "A to E",
                        AttributeType.TEXT,
                        privacy,
                        privacy == Privacy.ORDINARY,
                        Optional.empty(),
                        Survivorship.Rule.NEWEST,
                        "insights")),
                Survivorship.NEWEST);
    }

    private Map<String, String> clear() {
        return POSTGRES.database()
                .inHandle(handle -> profiles.clearAttributes(handle, List.of(ada)))
                .getOrDefault(ada, Map.of());
    }

    private Map<String, String> all() {
        return POSTGRES.database()
                .inHandle(handle -> profiles.attributes(handle, List.of(ada)))
                .getOrDefault(ada, Map.of());
    }

    private static Optional<String> stored(String name) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(
                                "select coalesce(value, '') from node_attribute where name = :name")
                        .bind("name", name)
                        .mapTo(String.class)
                        .findOne())
                .filter(value -> !value.isEmpty());
    }

    private static List<String> audited() {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery("select action || ' ' || subject from audit order by audit_id")
                        .mapTo(String.class)
                        .list());
    }
}
