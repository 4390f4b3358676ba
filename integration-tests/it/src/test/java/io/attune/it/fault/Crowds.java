package io.attune.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.load.Crowd;
import io.attune.it.oracle.Mailbox;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;

/** The load of a fault test, and the oracle of its messages. */
final class Crowds {
    /** Fewer make a quick look at one test; what counts is the whole. */
    static final int RECORDS = Integer.getInteger("attune.it.records", 20_000);

    private static final int PEOPLE = 400;
    /** A claim whose answer never came is looked up at the channel only after its lease, and again after that. */
    private static final Duration UNKNOWN_IS_SETTLED = Duration.ofMinutes(4);

    private Crowds() {}

    static Crowd of(String name, long seed) {
        return new Crowd(name, seed, PEOPLE, RECORDS, Clock.systemUTC().instant());
    }

    /** Waits until nothing is on its way, and holds every message to the person it was for. */
    static void awaitMessages(Environment environment, Crowd crowd) {
        awaitMessages(environment, crowd, crowd.welcome());
    }

    /** The same, where these addresses and numbers are the ones that are due a message. */
    static void awaitMessages(Environment environment, Crowd crowd, Collection<String> due) {
        Mailbox mailbox = Mailbox.of(environment);
        await().atMost(UNKNOWN_IS_SETTLED).untilAsserted(() -> {
            assertThat(mailbox.unfinished()).as("messages on their way").isZero();
            assertThat(mailbox.withoutMessage(due))
                    .as("customers who agreed and got no message")
                    .isEmpty();
        });
        assertThat(mailbox.disagreements()).isEmpty();
        assertThat(mailbox.withMessage(crowd.unwilling()))
                .as("people who agreed to nothing and got a message")
                .isEmpty();
    }
}
