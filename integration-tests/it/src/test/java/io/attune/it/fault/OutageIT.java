package io.attune.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.Crowd;
import io.attune.it.load.RunningLoad;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the hub rests on goes away under load and comes back. The hub goes on where it was, without a restart. */
@ExtendWith(EnvironmentExtension.class)
class OutageIT {
    private static final Duration GONE = Duration.ofSeconds(20);

    private final Environment environment;

    OutageIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void goesOnAfterPostgresAndThenKafkaWereGone() {
        long server = environment.nodes().first().process().id();
        Crowd crowd = Crowds.of("outage", 21);
        try (RunningLoad load = RunningLoad.start(environment, crowd)) {
            load.awaitAccepted(Crowds.RECORDS / 10);
            environment.sandbox().postgres().stop();
            pass(GONE);
            environment.sandbox().postgres().start();

            load.awaitAccepted(Crowds.RECORDS / 4);
            environment.kafka().kill();
            pass(GONE);
            environment.kafka().start();

            load.awaitBalance();
            Crowds.awaitMessages(environment, crowd);
        } finally {
            environment.sandbox().postgres().start();
        }
        environment.nodes().first().awaitReady();
        assertThat(environment.nodes().first().process().id()).isEqualTo(server);
    }

    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(10)).until(() -> true);
    }
}
