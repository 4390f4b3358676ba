package io.attune.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import io.attune.it.environment.ManagementBeans;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An engineer adds, breaks, mends and removes a route by its file alone, while the hub runs. */
@ExtendWith(EnvironmentExtension.class)
class RouteDropIT {
    private static final String ROUTE = "greeting-say";
    private static final String GOOD = """
            - route:
                id: greeting-say
                description: Says hello five times a second, to see that a dropped file takes effect.
                from:
                  uri: timer:greeting
                  parameters:
                    delay: 0
                    period: 200
                  steps:
                    - setBody:
                        constant:
                          expression: Hello
            """;
    private static final String BROKEN = GOOD.replace("setBody", "setBodies");

    private final Environment environment;
    private final ManagementBeans beans;
    private final Path file;

    RouteDropIT(Environment environment) {
        this.environment = environment;
        this.beans = new ManagementBeans(environment);
        this.file = environment.home().resolve("routes/greeting.camel.yaml");
    }

    @AfterEach
    void removeTheFile() throws IOException {
        Files.deleteIfExists(file);
        soon().untilAsserted(() -> assertThat(health().statusCode()).isEqualTo(200));
    }

    @Test
    void takesEffectWhileTheHubRuns() throws IOException {
        assertThat(beans.completed(ROUTE)).isEmpty();

        Files.writeString(file, GOOD);

        soon().untilAsserted(() -> assertThat(beans.completed(ROUTE))
                .hasValueSatisfying(times -> assertThat(times).isGreaterThan(2)));
        assertThat(health().statusCode()).isEqualTo(200);
    }

    @Test
    void changesNothingWhenBrokenAndSaysWhy() throws IOException {
        Files.writeString(file, GOOD);
        soon().until(() -> beans.completed(ROUTE).isPresent());

        Files.writeString(file, BROKEN);

        soon().untilAsserted(() -> {
            assertThat(health().statusCode()).isEqualTo(503);
            assertThat(health().body()).contains("greeting.camel.yaml").contains("setBodies");
        });
        long before = beans.completed(ROUTE).orElseThrow();
        soon().untilAsserted(
                        () -> assertThat(beans.completed(ROUTE).orElseThrow()).isGreaterThan(before));

        Files.writeString(file, GOOD);

        soon().untilAsserted(() -> assertThat(health().statusCode()).isEqualTo(200));
    }

    @Test
    void endsWithItsFile() throws IOException {
        Files.writeString(file, GOOD);
        soon().until(() -> beans.completed(ROUTE).isPresent());

        Files.delete(file);

        soon().untilAsserted(() -> assertThat(beans.completed(ROUTE)).isEqualTo(Optional.empty()));
    }

    private HttpResponse<String> health() {
        return Http.send(
                Http.request(environment.nodes().first().node().health()).build());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
