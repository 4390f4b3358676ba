package io.attune.delivery;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.consent.Suppression;
import io.attune.consent.SuppressionStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who is written to: once, on one node, and only who may be. */
class OutboxTest extends OutboxOfAda {
    @Test
    void claimsWhatIsDueAndRecordsThatItWasSent() {
        String token = ada("a");

        Claim claim = one(outbox.claim("mailchimp", 10));
        assertThat(readers.state(token)).isEqualTo("sending");
        assertThat(claim.address()).isEqualTo("ada@example.com");
        assertThat(claim.token()).isEqualTo(token);
        assertThat(outbox.permits(claim)).isTrue();
        assertThat(outbox.claim("mailchimp", 10)).isEmpty();
        assertThat(outbox.claim("sms", 10)).isEmpty();

        outbox.record(claim, new Outcome.Sent("m1"));
        assertThat(readers.state(token)).isEqualTo("sent");
    }

    @Test
    void refusesWhoNeverAgreedOrCannotBeReached() {
        UUID silent = readers.person(START);
        readers.identifier(silent, "email", "silent@example.com", START);
        String noConsent = readers.pending(silent, "mailchimp", "a", START, DAY);
        UUID nowhere = readers.person(START);
        readers.says(nowhere, "email", "granted", START);
        String noAddress = readers.pending(nowhere, "mailchimp", "a", START, DAY);

        assertThat(outbox.claim("mailchimp", 10)).isEmpty();
        assertThat(readers.state(noConsent) + " " + readers.reason(noConsent)).isEqualTo("suppressed no consent");
        assertThat(readers.state(noAddress) + " " + readers.reason(noAddress)).isEqualTo("suppressed no address");
    }

    @Test
    void takesTheRefusalWhereTwoStatementsAreOfTheSameInstant() {
        UUID ada = readers.emailReader("ada@example.com", START);
        readers.says(ada, "email", "withdrawn", START);
        String token = readers.pending(ada, "mailchimp", "a", START, DAY);

        assertThat(outbox.claim("mailchimp", 10)).isEmpty();
        assertThat(readers.reason(token)).isEqualTo("consent withdrawn");
    }

    @Test
    void asksTheGateOnceMoreImmediatelyBeforeTheCall() {
        UUID ada = readers.emailReader("ada@example.com", START);
        String token = readers.pending(ada, "mailchimp", "a", START, DAY);
        Claim claim = one(outbox.claim("mailchimp", 10));

        readers.says(ada, "email", "withdrawn", START.plusSeconds(1));

        assertThat(outbox.permits(claim)).isFalse();
        assertThat(readers.state(token)).isEqualTo("suppressed");
    }

    @Test
    void holdsBackASuppressedAddressWhoeverOwnsIt() {
        String token = ada("a");
        suppress(Suppression.BOUNCED);

        assertThat(outbox.claim("mailchimp", 10)).isEmpty();
        assertThat(readers.reason(token)).isEqualTo("address bounced");
    }

    @Test
    void letsAPersonTakeBackTheirOwnRefusalButNotABounce() {
        UUID ada = readers.emailReader("ada@example.com", START);
        suppress(Suppression.UNSUBSCRIBED);
        readers.says(ada, "email", "granted", START.plusSeconds(5));
        readers.pending(ada, "mailchimp", "a", START, DAY);
        assertThat(outbox.claim("mailchimp", 10)).hasSize(1);

        suppress(Suppression.BOUNCED);
        readers.says(ada, "email", "granted", START.plusSeconds(9));
        readers.pending(ada, "mailchimp", "b", START, DAY);
        assertThat(outbox.claim("mailchimp", 10)).isEmpty();
    }

    @Test
    void sendsNothingThatIsTooOld() {
        String token = readers.pending(
                readers.emailReader("ada@example.com", START), "mailchimp", "a", START, Duration.ofMinutes(1));
        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(outbox.claim("mailchimp", 10)).isEmpty();
        assertThat(readers.state(token)).isEqualTo("expired");
    }

    @Test
    void writesToAnAddressOnceForAnOccurrence() {
        String first = ada("a");
        String second = readers.pending(readers.emailReader("ada@example.com", START), "mailchimp", "a", START, DAY);
        String other = readers.pending(readers.emailReader("ada@example.com", START), "mailchimp", "b", START, DAY);

        assertThat(outbox.claim("mailchimp", 10)).hasSize(2);
        assertThat(List.of(readers.state(first), readers.state(second)))
                .containsExactlyInAnyOrder("sending", "suppressed");
        assertThat(readers.state(other)).isEqualTo("sending");
    }

    @Test
    void givesEachDeliveryToOneOfManyNodes() throws Exception {
        for (int each = 0; each < 200; each++) {
            // Pairs of people share an address, so that nodes compete for the guard as well as for rows.
            readers.pending(
                    readers.emailReader("reader" + each / 2 + "@example.com", START), "mailchimp", "a", START, DAY);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        List<Callable<List<Claim>>> work = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            work.add(() -> {
                List<Claim> mine = new ArrayList<>();
                for (List<Claim> claims = outbox.claim("mailchimp", 7);
                        !claims.isEmpty();
                        claims = outbox.claim("mailchimp", 7)) {
                    mine.addAll(claims);
                }
                return mine;
            });
        }
        List<Claim> all = new ArrayList<>();
        for (Future<List<Claim>> each : nodes.invokeAll(work)) {
            all.addAll(each.get());
        }
        all.addAll(drain());
        nodes.shutdown();

        Set<String> addresses = new HashSet<>();
        all.forEach(claim ->
                assertThat(addresses.add(claim.address())).as(claim.address()).isTrue());
        assertThat(addresses).hasSize(100);
    }

    private List<Claim> drain() {
        List<Claim> all = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            all.addAll(outbox.claim("mailchimp", 50));
        }
        return all;
    }

    @Test
    void writesToWhomAMergedProfileBecame() {
        UUID merged = readers.person(START);
        String token = readers.pending(merged, "mailchimp", "a", START, DAY);
        UUID survivor = readers.emailReader("ada@example.com", START);
        POSTGRES.database().useTransaction(handle -> {
            handle.execute("update membership set until = now() where profile_id = ?", merged);
            handle.execute("update profile set merged_into = ? where profile_id = ?", survivor, merged);
        });

        Claim claim = one(outbox.claim("mailchimp", 10));
        assertThat(claim.profile()).isEqualTo(survivor);
        assertThat(outbox.permits(claim)).isTrue();
        outbox.record(claim, new Outcome.Sent("m1"));
        assertThat(readers.state(token)).isEqualTo("sent");
    }

    private void suppress(String reason) {
        POSTGRES.database()
                .useHandle(handle -> new SuppressionStore()
                        .suppress(handle, "email", readers.hash("email", "ada@example.com"), reason, START));
    }
}
