package io.attune.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.command.Credentials;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import io.attune.it.oracle.RecordBooks;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody writes events without a write key. */
@ExtendWith(EnvironmentExtension.class)
class WriteKeyIT {
    private static final String MESSAGE = "without-a-key";
    private static final String EVENT = "{\"messageId\":\"" + MESSAGE
            + "\",\"userId\":\"u\",\"type\":\"track\",\"event\":\"Product Viewed\",\"batch\":[]}";

    @ParameterizedTest
    @ValueSource(strings = {"track", "identify", "page", "batch"})
    void refusesAnUnknownKey(String call, Environment environment) {
        assertThat(status(environment, call, Http.basic(new Credentials("0123456789abcdef", ""))))
                .isEqualTo(401);
        assertThat(status(environment, call, "Basic")).isEqualTo(401);
        assertThat(status(environment, call, "Bearer x")).isEqualTo(401);
        assertThat(status(environment, call, "Basic !!!")).isEqualTo(401);
        assertThat(new RecordBooks(environment.database()).inLedger(List.of(MESSAGE)))
                .isZero();
    }

    @Test
    void takesNoUserForAWriteKey(Environment environment) {
        assertThat(status(environment, "track", Http.basic(environment.user(Role.ADMIN))))
                .isEqualTo(401);
    }

    @Test
    void opensNothingElseByAWriteKey(Environment environment) {
        Credentials key = new Credentials(environment.sandbox().secrets().webWriteKey(), "");
        HttpRequest request = Http.request(
                        environment.nodes().first().node().url().resolve("/v1/status"))
                .header("Authorization", Http.basic(key))
                .build();

        assertThat(Http.send(request).statusCode()).isEqualTo(401);
    }

    private static int status(Environment environment, String call, String authorization) {
        HttpRequest request = Http.request(
                        environment.nodes().first().node().url().resolve("/v1/" + call))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EVENT))
                .build();
        return Http.send(request).statusCode();
    }
}
