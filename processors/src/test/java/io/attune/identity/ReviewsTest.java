package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.contact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.error.AttuneException;
import io.attune.identity.matching.Verdict;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Records that no identifier joins are matched when they come; what is doubtful waits for somebody, who is not asked twice. */
class ReviewsTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Map<String, String> ROBERT = Map.of(
            "given_name", "Robert",
            "family_name", "Featherstone",
            "birth_date", "1980-03-04",
            "city", "Leeds",
            "postcode", "LS1 4AP",
            "country", "GB");
    private static final Map<String, String> BOB = Map.of(
            "given_name", "Bob",
            "family_name", "Fetherstone",
            "birth_date", "1980-03-04",
            "city", "Leeds",
            "postcode", "LS1 4AP",
            "country", "GB");
    private static final Map<String, String> NAMESAKE =
            Map.of("given_name", "Robert", "family_name", "Featherstone", "city", "Leeds", "country", "GB");

    @TempDir
    Path folder;

    private MatchedStore store;

    @BeforeEach
    void start() {
        POSTGRES.clear();
        store = new MatchedStore(POSTGRES.database(), new KeysetFile(folder.resolve("keyset.json")).open());
    }

    @Test
    void aSurePairIsJoinedInTheTransactionOfTheRecord() {
        store.receive(contact("sf:1", "1", NOW, ROBERT, "email:robert@example.com"));
        Resolution second = store.receive(contact("sf:2", "2", NOW, BOB, "phone:+441130001111"));

        assertThat(store.people()).containsExactly(Set.of("salesforce/1", "salesforce/2"));
        assertThat(second.records().get(0).profile()).isIn(second.versions().keySet());
        assertThat(store.reviews.list("joined", 10)).singleElement().satisfies(pair -> {
            assertThat(pair.origin()).isEqualTo("probable");
            assertThat(store.reviews.explain(pair.id()).verdict()).isEqualTo(Verdict.SURE);
        });
        assertThat(store.open()).isEmpty();
    }

    @Test
    void peopleWhoseAddressesWereGivenOutInARowAreNotJoined() {
        store.receive(contact(
                "sf:1", "1", NOW, Map.of("given_name", "Name17"), "email:guest-17@example.com", "phone:+441130001017"));
        store.receive(contact(
                "sf:2", "2", NOW, Map.of("given_name", "Name71"), "email:guest-71@example.com", "phone:+441130001071"));

        assertThat(store.people()).hasSize(2);
    }

    @Test
    void aDoubtfulPairWaitsAndIsJoinedWhenAccepted() {
        store.receive(contact("sf:1", "1", NOW, ROBERT));
        store.receive(contact("sf:2", "2", NOW, NAMESAKE));
        assertThat(store.people()).hasSize(2);
        MatchedPair pair = store.open().get(0);

        store.reviews.accept(pair.id(), "she knows him", "ann");

        assertThat(store.people()).hasSize(1);
        assertThat(store.open()).isEmpty();
        assertThat(store.changed)
                .containsExactlyInAnyOrder(pair.first().profile(), pair.second().profile());
        assertThat(store.reviews.find(pair.id())).satisfies(decided -> {
            assertThat(decided.state()).isEqualTo("accepted");
            assertThat(decided.actor()).contains("ann");
        });
        assertThat(store.audited("match-accept")).isEqualTo(1);
        assertThat(store.audited("merge")).isEqualTo(1);
        assertThatThrownBy(() -> store.reviews.refuse(pair.id(), "", "ann"))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("one person already");
    }

    @Test
    void aReasonIsShortAndCanBeStored() {
        store.receive(contact("sf:1", "1", NOW, ROBERT));
        store.receive(contact("sf:2", "2", NOW, NAMESAKE));
        MatchedPair pair = store.open().get(0);

        assertThatThrownBy(() -> store.reviews.accept(pair.id(), "x".repeat(501), "ann"))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("501 characters");
        store.reviews.accept(pair.id(), "she knows\0him", "ann");
        assertThatThrownBy(() -> store.corrections.unmerge(store.merged().get(0), "x".repeat(501), "ann"))
                .isInstanceOf(AttuneException.class);

        store.corrections.unmerge(store.merged().get(0), "no\0", "ann");
        assertThat(store.reviews.find(pair.id()).reason()).contains("no\uFFFD");
    }

    @Test
    void aRefusedPairIsNeverProposedAgain() {
        store.receive(contact("sf:1", "1", NOW, ROBERT));
        store.receive(contact("sf:2", "2", NOW, NAMESAKE));
        MatchedPair pair = store.open().get(0);
        store.reviews.refuse(pair.id(), "his cousin", "ann");
        assertThat(store.open()).isEmpty();
        assertThat(store.audited("match-refuse")).isEqualTo(1);

        // Later the two agree in everything, and even in an address.
        store.receive(contact("sf:2:2", "2", NOW.plusSeconds(60), ROBERT));
        store.receive(contact("sf:1:2", "1", NOW.plusSeconds(60), ROBERT, "email:robert@example.com"));
        assertThat(store.people()).hasSize(2);
        assertThat(store.open()).isEmpty();
    }

    @Test
    void anIdentifierDoesNotJoinWhoWasToldApartButAsks() {
        store.receive(contact("sf:1", "1", NOW, ROBERT));
        store.receive(contact("sf:2", "2", NOW, NAMESAKE));
        store.reviews.refuse(store.open().get(0).id(), "his cousin", "ann");

        store.receive(contact("sf:1:2", "1", NOW.plusSeconds(60), ROBERT, "email:robert@example.com"));
        store.receive(contact("sf:2:2", "2", NOW.plusSeconds(60), NAMESAKE, "email:robert@example.com"));

        assertThat(store.people()).hasSize(2);
    }

    @Test
    void aThirdRecordDoesNotJoinWhoWasToldApart() {
        store.receive(contact("sf:1", "1", NOW, ROBERT, "email:robert@example.com"));
        store.receive(contact("sf:2", "2", NOW, NAMESAKE, "phone:+441130001111"));
        MatchedPair refused = store.open().get(0);
        store.reviews.refuse(refused.id(), "his cousin", "ann");

        store.receive(contact("sf:3", "3", NOW, Map.of(), "email:robert@example.com", "phone:+441130001111"));

        assertThat(store.people()).hasSize(2);
        MatchedPair asked = store.open().get(0);
        assertThat(asked.cause()).isEqualTo("told apart");
        assertThat(asked.origin()).isEqualTo("identifier");
        assertThatThrownBy(() -> store.reviews.accept(asked.id(), "", "ann"))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining(refused.id().toString());
        store.reviews.accept(refused.id(), "the same after all", "ann");
        assertThat(store.people()).hasSize(1);
    }

    @Test
    void anUnmergeIsNotUndoneByMatching() {
        store.receive(contact("sf:1", "1", NOW, ROBERT));
        store.receive(contact("sf:2", "2", NOW, Map.of("given_name", "Robert"), "email:bob@example.com"));
        store.receive(contact("sf:2:2", "2", NOW.plusSeconds(60), BOB, "email:bob@example.com"));
        UUID merged = store.merged().get(0);
        assertThat(store.people()).hasSize(1);

        store.corrections.unmerge(merged, "two people", "ann");
        store.receive(contact("sf:2:3", "2", NOW.plusSeconds(120), ROBERT, "email:bob@example.com"));

        assertThat(store.people()).hasSize(2);
        assertThat(store.open()).isEmpty();
        assertThat(store.reviews.list("refused", 10)).hasSize(1);
    }

    @Test
    void whoDiffersAltogetherInAGivenNameIsNotJoinedUnseen() {
        store.receive(contact("sf:1", "1", NOW, ROBERT, "email:family@example.com"));
        Map<String, String> sister = new HashMap<>(ROBERT);
        sister.put("given_name", "Matilda");
        store.receive(contact("sf:2", "2", NOW, sister, "phone:+441130001111"));

        assertThat(store.people()).hasSize(2);
    }

    @Test
    void aDeletedContactIsMatchedWithNobody() {
        store.receive(contact("sf:1", "1", NOW, ROBERT));
        store.receive(new io.attune.record.CustomerRecord(
                Records.header("sf:1:2", "salesforce", "1", NOW.plusSeconds(60), List.of()), Map.of(), true));
        store.receive(contact("sf:2", "2", NOW, BOB));

        assertThat(store.people()).hasSize(2);
    }
}
