package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.profile.Survivorship;
import io.attune.record.SourceRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What too many people share is nobody's own, and who has another unique identifier is somebody else. */
class MergeLimitsTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final IdentityDefinition LIMITED = new IdentityDefinition(
            List.of(
                    new IdentityDefinition.Kind("loyalty_id", true, true, 20, IdentityDefinition.Kind.UNLIMITED),
                    new IdentityDefinition.Kind("email", true, false, 50, 5)),
            Map.of(),
            Map.of(),
            Survivorship.NEWEST);

    @TempDir
    Path folder;

    private MatchedStore store;

    @BeforeEach
    void start() {
        POSTGRES.clear();
        store = new MatchedStore(POSTGRES.database(), new KeysetFile(folder.resolve("keyset.json")).open(), LIMITED);
    }

    private static SourceRecord person(int number, String given, String family, String address) {
        return contact(
                "sf:" + number + address,
                "" + number,
                NOW,
                Map.of(
                        "given_name",
                        given,
                        "family_name",
                        family,
                        "birth_date",
                        "19" + (50 + number) + "-01-0" + (1 + number)),
                "email:" + address);
    }

    @Test
    void anAddressOfMoreThanFivePeopleJoinsNobody() {
        List<String> given = List.of("Ann", "Bob", "Matilda", "Zoe", "Igor", "Hakim", "Lucy");
        List<String> family = List.of("Smith", "Okafor", "Petrov", "Nguyen", "Bell", "Lindqvist", "Marchetti");
        SourceRecord[] people = new SourceRecord[7];
        for (int i = 0; i < 7; i++) {
            people[i] = person(i, given.get(i), family.get(i), "office@example.com");
        }

        store.receive(people);

        assertThat(store.people()).hasSize(7);
        store.receive(person(7, "Karl", "Haverkamp", "office@example.com"));
        assertThat(store.people()).hasSize(8);
    }

    @Test
    void manyRecordsOfOnePersonAreOnePerson() {
        for (int i = 0; i < 9; i++) {
            store.receive(contact(
                    "sf:" + i,
                    "" + i,
                    NOW,
                    i % 2 == 0
                            ? Map.of("given_name", "Ann", "family_name", "Smith", "birth_date", "1980-03-04")
                            : Map.of("given_name", "Anne", "family_name", "Smyth"),
                    "email:ann@example.com"));
        }

        assertThat(store.people()).hasSize(1);
    }

    @Test
    void whoHasAnotherCardIsAskedAboutAndNotJoinedByAnAddress() {
        store.receive(contact("sf:1", "1", NOW, Map.of(), "loyalty_id:L1", "email:family@example.com"));
        store.receive(contact("sf:2", "2", NOW, Map.of(), "loyalty_id:L2", "email:family@example.com"));

        assertThat(store.people()).hasSize(2);
        assertThat(store.open()).singleElement().satisfies(pair -> {
            assertThat(pair.cause()).isEqualTo("different identifiers");
            assertThat(pair.origin()).isEqualTo("identifier");
        });
        assertThat(store.reviews.explanation(store.open().get(0).id())).isEmpty();
        store.reviews.accept(store.open().get(0).id(), "two cards, one person", "ann");
        assertThat(store.people()).hasSize(1);
    }
}
