package io.attune.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import io.attune.sandbox.Secrets;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No log holds a secret, and no process shows one among its arguments, whatever the tests before made the hub say. */
@ExtendWith(EnvironmentExtension.class)
class SecretsInLogsIT {
    @Test
    void logsNoSecret(Environment environment) throws IOException {
        Map<String, String> secrets = secrets(environment);
        List<String> leaks = new ArrayList<>();
        List<Path> logs = logs(environment);

        for (Path log : logs) {
            try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                lines.forEach(line -> secrets.forEach((name, secret) -> {
                    if (line.contains(secret)) {
                        leaks.add(log.getFileName() + " holds " + name);
                    }
                }));
            }
        }

        assertThat(logs).anyMatch(log -> log.getFileName().toString().equals("server.log"));
        assertThat(leaks.stream().distinct().toList()).isEmpty();
    }

    @Test
    void showsNoSecretInAProcessList(Environment environment) {
        List<String> commands = ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();

        assertThat(commands).isNotEmpty();
        secrets(environment)
                .forEach(
                        (name, secret) -> assertThat(commands).as(name).noneMatch(command -> command.contains(secret)));
    }

    @Test
    void publishesNoSecret(Environment environment) {
        for (String path : List.of("/v1/status", "/metrics", "/openapi")) {
            HttpRequest request = Http.request(
                            environment.nodes().first().node().url().resolve(path))
                    .header("Authorization", Http.basic(environment.user(Role.ADMIN)))
                    .build();
            String body = Http.send(request).body();
            secrets(environment)
                    .forEach((name, secret) ->
                            assertThat(body).as(path + " and " + name).doesNotContain(secret));
        }
    }

    private static List<Path> logs(Environment environment) throws IOException {
        try (Stream<Path> files = Files.walk(environment.folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log"))
                    .toList();
        }
    }

    /** Every secret of the sandbox and every password, by name; names that people see are no secrets. */
    private static Map<String, String> secrets(Environment environment) {
        Map<String, String> secrets = new TreeMap<>();
        Arrays.stream(Secrets.class.getRecordComponents())
                .filter(component -> !component.getName().equals("twilioAccountSid"))
                .filter(component -> !component.getName().equals("mailchimpListId"))
                .filter(component -> !component.getName().equals("salesforceClientId"))
                .forEach(component -> secrets.put(
                        component.getName(),
                        value(component, environment.sandbox().secrets())));
        for (Role role : Role.values()) {
            secrets.put(role + "'s password", environment.user(role).password());
        }
        return secrets;
    }

    private static String value(RecordComponent component, Secrets secrets) {
        try {
            return (String) component.getAccessor().invoke(secrets);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
