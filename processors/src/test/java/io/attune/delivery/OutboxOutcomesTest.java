package io.attune.delivery;

import static io.attune.delivery.OutboxFixture.POLICY;
import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What follows from an answer, from one that came late, and from none. */
class OutboxOutcomesTest extends OutboxOfAda {
    @Test
    void triesAgainLaterWhatWasNeverTaken() {
        String token = ada("a");
        outbox.record(one(outbox.claim("mailchimp", 10)), new Outcome.Retry("HTTP 429"));
        assertThat(readers.state(token)).isEqualTo("pending");
        assertThat(outbox.claim("mailchimp", 10)).isEmpty();

        fixture.clock.advance(POLICY.firstPause());
        assertThat(one(outbox.claim("mailchimp", 10)).attempt()).isEqualTo(2);
    }

    @Test
    void givesUpAfterManyAttempts() {
        String token = ada("a");
        for (int attempt = 1; attempt <= POLICY.maximumAttempts(); attempt++) {
            outbox.record(one(outbox.claim("mailchimp", 10)), new Outcome.Retry("HTTP 429"));
            fixture.clock.advance(POLICY.longestPause());
        }
        assertThat(readers.state(token)).isEqualTo("failed");
    }

    @Test
    void suppressesAnAddressThatTheChannelRefuses() {
        String token = readers.pending(readers.smsReader("+4915123456789", START), "sms", "a", START, DAY);
        outbox.record(one(outbox.claim("sms", 10)), new Outcome.Refused("opted out (21610)"));

        assertThat(readers.state(token)).isEqualTo("suppressed");
        assertThat(readers.suppressions()).hasSize(1).first().asString().startsWith("sms ");
        readers.pending(readers.smsReader("+4915123456789", START), "sms", "b", START, DAY);
        assertThat(outbox.claim("sms", 10)).isEmpty();
    }

    @Test
    void neverSendsAgainWhatMayHaveBeenTakenUntilTheChannelDeniesIt() {
        String token = ada("a");
        outbox.record(one(outbox.claim("mailchimp", 10)), new Outcome.Unknown("SocketTimeoutException"));
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(outbox.claim("mailchimp", 10)).isEmpty();

        outbox.reconciled(one(outbox.claimUnknown("mailchimp", 10)), new Reconciliation.Absent());
        assertThat(readers.state(token)).as("the search may lag").isEqualTo("unknown");

        fixture.clock.advance(POLICY.lease().plus(POLICY.settle()));
        outbox.reconciled(one(outbox.claimUnknown("mailchimp", 10)), new Reconciliation.Absent());
        assertThat(readers.state(token)).isEqualTo("pending");
        assertThat(one(outbox.claim("mailchimp", 10)).token()).isEqualTo(token);
    }

    @Test
    void settlesWhatTheChannelFinds() {
        String token = ada("a");
        outbox.record(one(outbox.claim("mailchimp", 10)), new Outcome.Unknown("SocketTimeoutException"));
        fixture.clock.advance(Duration.ofSeconds(10));

        UnknownDelivery unknown = one(outbox.claimUnknown("mailchimp", 10));
        assertThat(outbox.claimUnknown("mailchimp", 10)).as("held by one").isEmpty();
        outbox.reconciled(unknown, new Reconciliation.Found("m1"));

        assertThat(readers.state(token)).isEqualTo("sent");
    }

    @Test
    void looksForWhatADeadNodeLeft() {
        String token = ada("a");
        assertThat(outbox.claim("mailchimp", 10)).hasSize(1);
        assertThat(outbox.recover()).isZero();

        fixture.clock.advance(POLICY.lease().plusSeconds(1));
        assertThat(outbox.recover()).isEqualTo(1);
        assertThat(readers.state(token)).isEqualTo("unknown");
        assertThat(outbox.claim("mailchimp", 10)).isEmpty();
    }

    @Test
    void doesNotBeginACallThatItsLeaseWouldNotOutlive() {
        String token = ada("a");
        Claim claim = one(outbox.claim("mailchimp", 10));
        fixture.clock.advance(POLICY.lease().dividedBy(2).plusSeconds(1));

        assertThat(outbox.permits(claim)).isFalse();
        assertThat(readers.state(token)).isEqualTo("pending");
    }

    @Test
    void believesALateAnswerOfASlowNode() {
        String token = ada("a");
        Claim claim = one(outbox.claim("mailchimp", 10));
        fixture.clock.advance(POLICY.lease().plusSeconds(1));
        outbox.recover();

        outbox.record(claim, new Outcome.Sent("m1"));

        assertThat(readers.state(token)).isEqualTo("sent");
    }

    @Test
    void ignoresALateFailureOfAnEarlierAttempt() {
        String token = ada("a");
        Claim first = one(outbox.claim("mailchimp", 10));
        outbox.record(first, new Outcome.Retry("HTTP 429"));
        fixture.clock.advance(POLICY.longestPause());
        Claim second = one(outbox.claim("mailchimp", 10));

        outbox.record(first, new Outcome.Failed("late"));

        assertThat(readers.state(token)).isEqualTo("sending");
        outbox.record(second, new Outcome.Sent("m2"));
        assertThat(readers.state(token)).isEqualTo("sent");
    }

    @Test
    void letsAReceiptSettleWhatWasUnknown() {
        String token = ada("a");
        outbox.record(one(outbox.claim("mailchimp", 10)), new Outcome.Unknown("SocketTimeoutException"));

        fixture.receipts.delivered(fixture.receipts.find(token).orElseThrow(), "m1");

        assertThat(readers.state(token)).isEqualTo("delivered");
        assertThat(fixture.receipts.find("no such token")).isEmpty();
    }
}
