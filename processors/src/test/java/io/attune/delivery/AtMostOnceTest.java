package io.attune.delivery;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever goes wrong around the calls, and wherever nodes die: no address gets a message of an occurrence twice, and in the
 * end everyone has got theirs.
 */
class AtMostOnceTest {

    /** What happens to one attempt. */
    enum Fate {
        ANSWERED,
        REFUSED_FOR_NOW,
        TAKEN_AND_ANSWER_LOST,
        LOST_BEFORE_IT_WAS_TAKEN,
        NODE_DIES_BEFORE_THE_CALL,
        NODE_DIES_AFTER_IT_WAS_TAKEN,
        ANSWER_COMES_AFTER_THE_LEASE
    }

    private static final int READERS = 6;
    /** Nobody is given up: there are fewer attempts than that. */
    private static final DeliveryPolicy POLICY = new DeliveryPolicy(
            OutboxFixture.POLICY.lease(),
            OutboxFixture.POLICY.settle(),
            OutboxFixture.POLICY.firstPause(),
            OutboxFixture.POLICY.longestPause(),
            1_000);

    private static PostgresDatabase postgres;
    private static Path folder;

    private OutboxFixture fixture;
    private final Map<String, Instant> taken = new HashMap<>();
    private final Map<String, Integer> received = new HashMap<>();

    @BeforeContainer
    static void open() throws IOException {
        postgres = new PostgresDatabase().open();
        folder = Files.createTempDirectory("at-most-once");
    }

    @AfterContainer
    static void close() throws SQLException {
        postgres.close();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void nobodyIsWrittenToTwiceAndNobodyIsForgotten(
            @ForAll @Size(min = 10, max = 40) List<Fate> fates,
            @ForAll @Size(40) List<@IntRange(min = 0, max = 100) Integer> pauses) {
        postgres.clear();
        taken.clear();
        received.clear();
        fixture = new OutboxFixture(postgres, folder, POLICY);
        for (int reader = 0; reader < READERS; reader++) {
            fixture.readers.pending(
                    fixture.readers.emailReader("reader" + reader / 2 + "@example.com", START),
                    "mailchimp",
                    "occurrence",
                    START,
                    Duration.ofDays(30));
        }
        List<Late> late = new ArrayList<>();
        for (int step = 0; step < fates.size(); step++) {
            for (Claim claim : fixture.outbox.claim("mailchimp", 2)) {
                attempt(claim, fates.get(step), late);
            }
            fixture.clock.advance(Duration.ofSeconds(pauses.get(step % pauses.size())));
            fixture.outbox.recover();
            reconcile();
            late.removeIf(this::answerLate);
        }
        for (int round = 0; round < 20; round++) {
            fixture.clock.advance(POLICY.lease().plus(POLICY.settle()).plus(POLICY.longestPause()));
            fixture.outbox.recover();
            reconcile();
            for (Claim claim : fixture.outbox.claim("mailchimp", 10)) {
                attempt(claim, Fate.ANSWERED, late);
            }
        }

        assertThat(received)
                .hasSize(READERS / 2)
                .allSatisfy((address, times) -> assertThat(times).as(address).isEqualTo(1));
    }

    private void attempt(Claim claim, Fate fate, List<Late> late) {
        if (fate == Fate.NODE_DIES_BEFORE_THE_CALL || !fixture.outbox.permits(claim)) {
            return;
        }
        switch (fate) {
            case ANSWERED -> fixture.outbox.record(claim, new Outcome.Sent(accept(claim)));
            case REFUSED_FOR_NOW -> fixture.outbox.record(claim, new Outcome.Retry("HTTP 429"));
            case TAKEN_AND_ANSWER_LOST -> {
                accept(claim);
                fixture.outbox.record(claim, new Outcome.Unknown("SocketTimeoutException"));
            }
            case LOST_BEFORE_IT_WAS_TAKEN ->
                fixture.outbox.record(claim, new Outcome.Unknown("SocketTimeoutException"));
            case NODE_DIES_AFTER_IT_WAS_TAKEN -> accept(claim);
            case ANSWER_COMES_AFTER_THE_LEASE -> late.add(new Late(claim, accept(claim)));
            case NODE_DIES_BEFORE_THE_CALL -> throw new IllegalStateException("handled before");
        }
    }

    private String accept(Claim claim) {
        taken.put(claim.token(), fixture.clock.instant());
        received.merge(claim.address(), 1, Integer::sum);
        return "message " + claim.token();
    }

    // The channel's search finds a message only some seconds after it was taken.
    private void reconcile() {
        for (UnknownDelivery unknown : fixture.outbox.claimUnknown("mailchimp", 10)) {
            Instant visible = taken.getOrDefault(unknown.token(), Instant.MAX.minus(Duration.ofDays(1)))
                    .plus(POLICY.settle().dividedBy(2));
            fixture.outbox.reconciled(
                    unknown,
                    fixture.clock.instant().isBefore(visible)
                            ? new Reconciliation.Absent()
                            : new Reconciliation.Found("message " + unknown.token()));
        }
    }

    private boolean answerLate(Late each) {
        if (fixture.clock.instant().isBefore(each.claim().leaseUntil())) {
            return false;
        }
        fixture.outbox.record(each.claim(), new Outcome.Sent(each.message()));
        return true;
    }

    private record Late(Claim claim, String message) {}
}
