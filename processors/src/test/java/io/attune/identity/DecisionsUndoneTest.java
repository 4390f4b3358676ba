package io.attune.identity;

import static io.attune.identity.NumberedPeople.customer;
import static io.attune.identity.NumberedPeople.email;
import static io.attune.identity.NumberedPeople.entity;
import static io.attune.identity.NumberedPeople.moment;
import static io.attune.identity.Records.consenting;
import static io.attune.identity.Records.contact;
import static io.attune.identity.Records.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.error.AttuneException;
import io.attune.record.ConsentState;
import io.attune.record.SourceRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
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

/**
 * People who look alike are matched, and somebody accepts, refuses and unmerges at random. Whoever was refused stays apart all along;
 * and when every merge is undone, each has the nodes, the features and the consents as if nobody had ever been merged.
 */
class DecisionsUndoneTest {
    private static final int PEOPLE = 5;
    private static final List<String> ALIKE = List.of("Robert", "Bob", "Robrt", "Robert", "Matilda");
    private static WorldStore worlds;

    @BeforeContainer
    static void open() throws IOException {
        worlds = new WorldStore();
    }

    @AfterContainer
    static void close() throws SQLException {
        worlds.close();
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void everyoneIsWhoTheyWere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
        World apart = apart(seed, steps);
        World undone = decided(seed, steps);

        assertThat(undone.people()).hasSize(2 * PEOPLE).isEqualTo(apart.people());
        assertThat(undone.features()).isEqualTo(apart.features());
        assertThat(undone.consents()).isEqualTo(apart.consents());
    }

    private World apart(long seed, int steps) {
        worlds.clear();
        IdentityResolver byIdentifier =
                new IdentityResolver(IdentityDefinition.standard(), worlds.encryption(), UUID::randomUUID);
        records(seed, steps, false).forEach(record -> worlds.receive(byIdentifier, record));
        return worlds.read();
    }

    private World decided(long seed, int steps) {
        worlds.clear();
        MatchedStore store = new MatchedStore(worlds.database(), worlds.encryption());
        Random deciding = new Random(seed + 1);
        Set<MatchedPair> refused = new HashSet<>();
        for (SourceRecord record : records(seed, steps, true)) {
            worlds.receive(store.resolver, record);
            decide(store, deciding, refused);
            assertStaysApart(store, refused);
        }
        for (List<UUID> left = store.merged(); !left.isEmpty(); left = store.merged()) {
            store.corrections.unmerge(left.get(deciding.nextInt(left.size())), "two people", "ann");
            assertStaysApart(store, refused);
        }
        return worlds.read();
    }

    private static void decide(MatchedStore store, Random deciding, Set<MatchedPair> refused) {
        List<MatchedPair> open = store.open();
        int choice = deciding.nextInt(4);
        if (choice == 0 && !open.isEmpty()) {
            MatchedPair pair = open.get(deciding.nextInt(open.size()));
            store.reviews.refuse(pair.id(), "two people", "ann");
            refused.add(pair);
        } else if (choice == 1 && !open.isEmpty()) {
            try {
                store.reviews.accept(open.get(deciding.nextInt(open.size())).id(), "one person", "ann");
            } catch (AttuneException otherDecision) {
                assertThat(otherDecision.code()).isEqualTo("MATCH_TOLD_APART");
            }
        } else if (choice == 2 && !store.merged().isEmpty()) {
            store.corrections.unmerge(store.merged().get(0), "two people", "ann");
        }
    }

    private static void assertStaysApart(MatchedStore store, Set<MatchedPair> refused) {
        refused.forEach(pair -> {
            MatchedPair now = store.reviews.find(pair.id());
            assertThat(now.first().profile()).isNotEqualTo(now.second().profile());
        });
    }

    /** @param merging whether the same records name other people's addresses, too */
    private static List<SourceRecord> records(long seed, int steps, boolean merging) {
        Random random = new Random(seed);
        List<SourceRecord> records = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            records.add(order("start-" + person, entity(person), moment(random), customer(person), email(person)));
            records.add(contact("contact-" + person, "contact-" + person, moment(random), attributes(person, random)));
            ConsentState state = random.nextBoolean() ? ConsentState.GRANTED : ConsentState.WITHDRAWN;
            records.add(consenting("consent-" + person, "contact-" + person, moment(random), state));
        }
        for (int step = 0; step < steps; step++) {
            int person = random.nextInt(PEOPLE);
            int other = random.nextInt(PEOPLE);
            if (random.nextBoolean()) {
                records.add(order(
                        "step-" + step,
                        entity(person),
                        moment(random),
                        customer(person),
                        email(merging ? other : person)));
            } else {
                Map<String, String> attributes = attributes(person, random);
                records.add(
                        merging
                                ? contact("step-" + step, "contact-" + person, moment(random), attributes, email(other))
                                : contact("step-" + step, "contact-" + person, moment(random), attributes));
            }
        }
        return records;
    }

    private static Map<String, String> attributes(int person, Random random) {
        Map<String, String> attributes =
                new HashMap<>(Map.of("given_name", ALIKE.get(person), "family_name", "Featherstone", "city", "Leeds"));
        if (random.nextBoolean()) {
            attributes.put("birth_date", "1980-03-04");
        }
        if (random.nextBoolean()) {
            attributes.put("postcode", "LS1 4AP");
        }
        return attributes;
    }
}
