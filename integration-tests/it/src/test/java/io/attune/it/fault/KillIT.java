package io.attune.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.Crowd;
import io.attune.it.load.RunningLoad;
import io.attune.sandbox.standin.Fault;
import io.attune.sandbox.standin.Faults;
import io.attune.sandbox.standin.StandIn;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server is killed under load. No record and no message is lost, and none counts twice. */
@ExtendWith(EnvironmentExtension.class)
class KillIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Environment environment;

    KillIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void betweenTheDatabasesCommitAndTheOffsetsCommit() throws SQLException {
        Crowd crowd = Crowds.of("between-commits", 11);
        try (RunningLoad load = RunningLoad.start(environment, crowd)) {
            load.awaitAccepted(Crowds.RECORDS / 10);
            long whenFrozen;
            try (Blockade blockade = Blockade.of(environment.sandbox().hubDatabase(), "record_ledger")) {
                await().atMost(SOON).until(() -> blockade.waiting() > 0);
                environment.kafka().freeze();
                whenFrozen = load.accepted();
            }
            // Now the batches that were inside their transactions commit them. Their offsets cannot follow.
            await().atMost(SOON).until(() -> load.accepted() > whenFrozen);
            environment.nodes().killFirst();
            environment.kafka().thaw();
            environment.nodes().startFirst();

            load.awaitBalance();
            Crowds.awaitMessages(environment, crowd);
        }
    }

    @Test
    void betweenMailchimpsAcceptanceAndItsAnswer() {
        Crowd crowd = Crowds.of("between-answers", 12);
        killWhileAnAnswerIsHeld(
                crowd, environment.sandbox().standIns().mandrill().standIn(), "messages/send");
        Crowds.awaitMessages(environment, crowd);
    }

    /** By night: the connector differs, and what guards the claim is the same. */
    @Test
    @Tag("nightly")
    void betweenTwiliosAcceptanceAndItsAnswer() {
        Crowd crowd = Crowds.of("between-texts", 14);
        try (TextCampaign campaign = TextCampaign.open(environment)) {
            killWhileAnAnswerIsHeld(
                    crowd, environment.sandbox().standIns().twilio().standIn(), "POST .*Messages.json");
            Crowds.awaitMessages(environment, crowd, campaign.readers(crowd));
        }
    }

    private void killWhileAnAnswerIsHeld(Crowd crowd, StandIn standIn, String operation) {
        Faults faults = standIn.faults();
        try (RunningLoad load = RunningLoad.start(environment, crowd)) {
            faults.add(Fault.once(Fault.Kind.HOLD).on(operation).times(3));
            await().atMost(SOON).until(() -> faults.held() > 0);
            environment.nodes().killFirst();
            faults.clear();
            environment.nodes().startFirst();

            load.awaitBalance();
        } finally {
            faults.clear();
        }
    }

    @Test
    void atThreeRandomMoments() {
        long seed = Long.getLong("attune.it.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        System.out.println("Killing the server at random moments of seed " + seed + " (-Dattune.it.seed=" + seed + ")");
        Crowd crowd = Crowds.of("random-moments", seed);
        long[] moments =
                new Random(seed).longs(3, 0, Crowds.RECORDS * 8 / 10).sorted().toArray();
        try (RunningLoad load = RunningLoad.start(environment, crowd)) {
            for (long moment : moments) {
                load.awaitAccepted(moment);
                environment.nodes().killFirst();
                environment.nodes().startFirst();
            }

            load.awaitBalance();
            Crowds.awaitMessages(environment, crowd);
        }
        assertThat(moments).hasSize(3);
    }
}
