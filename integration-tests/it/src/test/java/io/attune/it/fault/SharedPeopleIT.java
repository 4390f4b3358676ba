package io.attune.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.command.HubServer;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.RunningLoad;
import io.attune.it.load.TangledCrowd;
import io.attune.it.oracle.RecordBooks;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes with four consumers each resolve the same people at once. */
@ExtendWith(EnvironmentExtension.class)
class SharedPeopleIT {
    private static final int PEOPLE = 300;

    private final Environment environment;

    SharedPeopleIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void makesOnePersonOfManyNames() {
        TangledCrowd crowd = new TangledCrowd(
                "tangled", 31, PEOPLE, Crowds.RECORDS, Clock.systemUTC().instant());
        try (HubServer second = environment.nodes().startSecond()) {
            ConsumerGroup group =
                    new ConsumerGroup(environment.sandbox().kafka().bootstrapServers());
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(group.busyMembers()).isEqualTo(8));
            try (RunningLoad load = RunningLoad.start(environment, crowd)) {
                load.awaitBalance();
            }
            assertThat(second.process().id()).isPositive();
        }

        assertThat(new RecordBooks(environment.database()).people(crowd.messages()))
                .isEqualTo(crowd.people());
    }
}
