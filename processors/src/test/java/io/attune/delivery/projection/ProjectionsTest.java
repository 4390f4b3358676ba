package io.attune.delivery.projection;

import static io.attune.delivery.OutboxFixture.POLICY;
import static io.attune.delivery.OutboxFixture.START;
import static io.attune.delivery.projection.ProjectionFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.consent.Channel;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.Readers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ProjectionsTest {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    static Path folder;

    private ProjectionFixture fixture;
    private Projections projections;
    private Readers readers;
    private UUID ada;

    @BeforeEach
    void begin() {
        POSTGRES.clear();
        fixture = new ProjectionFixture(POSTGRES, folder);
        projections = fixture.projections;
        readers = fixture.outbox.readers;
        ada = readers.emailReader("ada@example.com", START);
    }

    @Test
    void costsNothingWhereNothingChanged() {
        assertThat(fixture.want(Channel.MAILCHIMP, ada, state(0.301, "new"))).isEqualTo(1);
        assertThat(fixture.want(Channel.MAILCHIMP, ada, state(0.302, "new"))).isZero();
        acknowledge(claimOne());
        assertThat(fixture.want(Channel.MAILCHIMP, ada, state(0.304, "new"))).isZero();
        assertThat(projections.claim(Channel.MAILCHIMP, 10)).isEmpty();

        assertThat(fixture.want(Channel.MAILCHIMP, ada, state(0.31, "new"))).isEqualTo(1);
        assertThat(claimOne().acknowledgedAt()).contains(START);
    }

    @Test
    void sendsTheLatestOfManyChanges() {
        fixture.want(Channel.MAILCHIMP, ada, state(0.1, "new"));
        fixture.want(Channel.MAILCHIMP, ada, state(0.2, "new"));
        fixture.want(Channel.MAILCHIMP, ada, state(0.3, "frequent-buyers"));

        assertThat(claimOne().desired().segments()).containsExactly("frequent-buyers");
    }

    @Test
    void waitsWithANewerStateWhileAnOlderIsOnItsWay() {
        fixture.want(Channel.MAILCHIMP, ada, state(0.1, "new"));
        ProjectionClaim first = claimOne();
        fixture.want(Channel.MAILCHIMP, ada, state(0.9, "at-risk"));
        assertThat(projections.claim(Channel.MAILCHIMP, 10)).isEmpty();

        acknowledge(first);

        assertThat(claimOne().desired().segments()).containsExactly("at-risk");
    }

    @Test
    void isRepeatedWhenItsNodeDies() {
        fixture.want(Channel.MAILCHIMP, ada, state(0.1, "new"));
        claimOne();
        fixture.outbox.clock.advance(POLICY.lease().plusSeconds(1));

        assertThat(projections.recover()).isEqualTo(1);
        assertThat(claimOne().attempt()).isEqualTo(2);
    }

    @Test
    void comesBackLaterAndNotForEver() {
        fixture.want(Channel.MAILCHIMP, ada, state(0.1, "new"));
        for (int attempt = 1; attempt <= POLICY.maximumAttempts(); attempt++) {
            projections.record(Channel.MAILCHIMP, List.of(new ProjectionOutcome.Retry(claimOne(), "HTTP 503")));
            fixture.outbox.clock.advance(POLICY.longestPause());
        }
        assertThat(fixture.row(Channel.MAILCHIMP, ada)).startsWith("failed gave up after 5");

        fixture.want(Channel.MAILCHIMP, ada, state(0.2, "new"));
        assertThat(claimOne().attempt()).isEqualTo(1);
    }

    @Test
    void staysAtHomeWithoutConsentOrAddress() {
        UUID silent = readers.person(START);
        readers.identifier(silent, "email", "silent@example.com", START);
        UUID nowhere = readers.person(START);
        fixture.want(Channel.MAILCHIMP, silent, state(0.1, "new"));
        fixture.want(Channel.MAILCHIMP, nowhere, state(0.1, "new"));

        assertThat(projections.claim(Channel.MAILCHIMP, 10)).isEmpty();
        assertThat(fixture.row(Channel.MAILCHIMP, silent)).isEqualTo("suppressed no consent");
        assertThat(fixture.row(Channel.MAILCHIMP, nowhere)).isEqualTo("suppressed no address");
    }

    @Test
    void isTakenBackFromAChannelWhenThePersonRefuses() {
        fixture.want(Channel.MAILCHIMP, ada, state(0.1, "new"));
        acknowledge(claimOne());
        readers.says(ada, "email", "withdrawn", START.plusSeconds(1));
        fixture.want(Channel.MAILCHIMP, ada, state(0.11, "new"));

        ProjectionClaim claim = claimOne();
        assertThat(claim.retracted()).isTrue();
        acknowledge(claim);
        assertThat(fixture.row(Channel.MAILCHIMP, ada)).startsWith("suppressed");
        fixture.want(Channel.MAILCHIMP, ada, state(0.5, "new"));
        assertThat(projections.claim(Channel.MAILCHIMP, 10))
                .as("nothing is left to take back")
                .isEmpty();

        readers.says(ada, "email", "granted", START.plusSeconds(9));
        fixture.want(Channel.MAILCHIMP, ada, state(0.6, "new"));
        assertThat(claimOne().returned()).isTrue();
    }

    @Test
    void overwritesARefusalInTheChannelOnlyOnceForEachReturn() {
        readers.says(ada, "email", "withdrawn", START.plusSeconds(1));
        readers.says(ada, "email", "granted", START.plusSeconds(2));
        fixture.outbox.clock.advance(Duration.ofMinutes(1));
        fixture.want(Channel.MAILCHIMP, ada, state(0.1, "new"));
        ProjectionClaim claim = claimOne();
        assertThat(claim.returned()).isTrue();
        acknowledge(claim);

        fixture.want(Channel.MAILCHIMP, ada, state(0.2, "new"));
        assertThat(claimOne().returned())
                .as("Mailchimp may know of a newer refusal")
                .isFalse();
    }

    @Test
    void suppressesWhomMailchimpMayNotTake() {
        fixture.want(Channel.MAILCHIMP, ada, state(0.1, "new"));
        projections.record(
                Channel.MAILCHIMP, List.of(new ProjectionOutcome.Refused(claimOne(), "Member In Compliance State")));

        assertThat(readers.suppressions()).containsExactly("email compliance");
        assertThat(fixture.row(Channel.MAILCHIMP, ada)).isEqualTo("suppressed Member In Compliance State");
    }

    @Test
    void whatIsHeldWaitsForThePauseAndLosesNoAttempt() {
        fixture.want(Channel.MAILCHIMP, ada, state(0.1, "new"));
        for (int pauses = 0; pauses < 2 * POLICY.maximumAttempts(); pauses++) {
            ProjectionClaim claim = claimOne();
            assertThat(claim.attempt()).isEqualTo(1);
            Instant until = fixture.outbox.clock.instant().plus(Duration.ofMinutes(15));
            projections.record(Channel.MAILCHIMP, List.of(new ProjectionOutcome.Held(claim, until, "no calls left")));
            assertThat(projections.claim(Channel.MAILCHIMP, 10)).isEmpty();
            assertThat(fixture.row(Channel.MAILCHIMP, ada)).isEqualTo("pending no calls left");
            fixture.outbox.clock.advance(Duration.ofMinutes(15));
        }
        acknowledge(claimOne());
    }

    @Test
    void reachesEveryContactOfAPersonWhoAgreedToAnything() {
        readers.identifier(ada, "salesforce_id", "003000000000001AAA", START);
        readers.identifier(ada, "salesforce_id", "003000000000002AAA", START.plusSeconds(1));
        fixture.want(Channel.SALESFORCE, ada, state(0.1, "new"));

        List<ProjectionClaim> claims = projections.claim(Channel.SALESFORCE, 10);
        assertThat(claims).hasSize(1);
        assertThat(claims.get(0).addresses())
                .extracting(address -> address.value())
                .containsExactly("003000000000002AAA", "003000000000001AAA");
    }

    private ProjectionClaim claimOne() {
        List<ProjectionClaim> claims = projections.claim(Channel.MAILCHIMP, 10);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private void acknowledge(ProjectionClaim claim) {
        projections.record(Channel.MAILCHIMP, List.of(new ProjectionOutcome.Acknowledged(claim)));
    }
}
