package io.attune.identity;

import static io.attune.identity.NumberedPeople.customer;
import static io.attune.identity.NumberedPeople.email;
import static io.attune.identity.NumberedPeople.entity;
import static io.attune.identity.NumberedPeople.moment;
import static io.attune.identity.Records.NOW;
import static io.attune.identity.Records.consenting;
import static io.attune.identity.Records.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.record.ConsentState;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * People are merged and unmerged at random. When every merge is undone, each has the nodes, the features and the consents
 * that they would have had if nobody had ever been merged.
 */
class MergesUndoneTest {
    private static final int PEOPLE = 5;
    private static WorldStore worlds;

    @BeforeContainer
    static void open() throws IOException {
        worlds = new WorldStore();
    }

    @AfterContainer
    static void close() throws SQLException {
        worlds.close();
    }

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
        worlds.clear();
        IdentityResolver resolver =
                new IdentityResolver(IdentityDefinition.standard(), worlds.encryption(), UUID::randomUUID);
        Random random = new Random(seed);
        Random undoing = new Random(seed + 1);
        for (int person = 0; person < PEOPLE; person++) {
            worlds.receive(
                    resolver,
                    order("start-" + person, entity(person), moment(random), customer(person), email(person)));
            ConsentState state = random.nextBoolean() ? ConsentState.GRANTED : ConsentState.WITHDRAWN;
            worlds.receive(
                    resolver, consenting("consent-" + person, "" + person, moment(random), state, email(person)));
        }
        for (int step = 0; step < steps; step++) {
            int person = random.nextInt(PEOPLE);
            int other = random.nextInt(PEOPLE);
            String address = email(merging ? other : person);
            worlds.receive(resolver, order("step-" + step, entity(person), moment(random), customer(person), address));
            if (undoing.nextInt(3) == 0) {
                merged().stream().findFirst().ifPresent(this::unmerge);
            }
        }
        for (List<UUID> left = merged(); !left.isEmpty(); left = merged()) {
            unmerge(left.get(undoing.nextInt(left.size())));
        }
        return worlds.read();
    }

    private void unmerge(UUID profile) {
        new Corrections(worlds.database(), Clock.fixed(NOW, ZoneOffset.UTC), changed -> {})
                .unmerge(profile, "two people", "ann");
    }

    private List<UUID> merged() {
        return worlds.database().inHandle(StoredPeople::merged);
    }
}
