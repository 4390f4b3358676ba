package io.attune.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.command.Credentials;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what over HTTP. Only {@code /openapi} tells strangers something: what there is, and which role it needs. */
@ExtendWith(EnvironmentExtension.class)
class AccessIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Test
    void answersNobodyWithoutAUser(Environment environment) throws IOException {
        List<String> answered = new ArrayList<>();
        JsonNode paths = openApi(environment).path("paths");
        assertThat(paths.size()).as("paths in /openapi").isGreaterThan(5);
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        String concrete = path.getKey().replaceAll("\\{[^}]+}", "1");
                        int status = send(environment, method, concrete, Optional.empty())
                                .statusCode();
                        if (status != 401) {
                            answered.add(method + " " + concrete + " → " + status);
                        }
                    }
                }));

        assertThat(answered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/v1/status",
                "/hawtio/",
                "/hawtio/jolokia/version",
                "/camel/v1/track",
                "/v1/feedback/../status",
                "/v1/feedback/%2e%2e/status",
                "/v1/feedback/..;/status",
                "/v1/track/..;/status",
                "/v1//status",
                "/v1/status;a=/v1/track",
                "/v1/STATUS/",
                "/anything"
            })
    void keepsPathsClosed(String path, Environment environment) {
        assertThat(send(environment, "get", path, Optional.empty()).statusCode())
                .isIn(400, 401, 403, 404);
    }

    @Test
    void knowsAWrongPassword(Environment environment) {
        Credentials wrong = new Credentials("admin", "admin");

        assertThat(send(environment, "get", "/v1/status", Optional.of(wrong)).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "get,  /v1/status,                    viewer marketer engineer privacy admin",
        "get,  /metrics,                      viewer marketer engineer privacy admin",
        "get,  /v1/attributes,                viewer marketer engineer privacy admin",
        "get,  /v1/channels,                  viewer marketer engineer privacy admin",
        "post, /v1/channels/sms/resume,       marketer engineer admin",
        "post, /v1/jobs/rescore,              engineer admin",
        "get,  /hawtio/jolokia/version,       viewer marketer engineer privacy admin",
    })
    void letsARoleDoWhatItMay(String method, String path, String roles, Environment environment) {
        Set<String> allowed = Set.of(roles.split(" ", -1));
        for (Role role : Role.values()) {
            int status = send(environment, method, path, Optional.of(environment.user(role)))
                    .statusCode();

            assertThat(status)
                    .as(method + " " + path + " as " + role)
                    .isIn(allowed.contains(role.roleName()) ? Set.of(200, 202, 204) : Set.of(403));
        }
    }

    private static JsonNode openApi(Environment environment) throws IOException {
        HttpRequest request = Http.request(
                        environment.nodes().first().node().url().resolve("/openapi"))
                .header("Authorization", Http.basic(environment.user(Role.VIEWER)))
                .header("Accept", "application/json")
                .build();
        HttpResponse<String> answer = Http.send(request);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static HttpResponse<String> send(
            Environment environment, String method, String path, Optional<Credentials> user) {
        HttpRequest.Builder request = Http.request(
                        environment.nodes().first().node().url().resolve(path))
                .method(method.toUpperCase(Locale.ROOT), HttpRequest.BodyPublishers.noBody());
        user.ifPresent(known -> request.header("Authorization", Http.basic(known)));
        return Http.send(request.build());
    }
}
