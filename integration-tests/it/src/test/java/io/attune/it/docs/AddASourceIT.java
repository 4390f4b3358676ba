package io.attune.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.command.Credentials;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Folders;
import io.attune.it.environment.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Does what {@code docs/add-a-source.md} says, word for word, and sees what it says that one will see. */
@ExtendWith(EnvironmentExtension.class)
class AddASourceIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Environment environment;
    private final Path beside;
    private final List<Path> saved = new ArrayList<>();

    AddASourceIT(Environment environment) {
        this.environment = environment;
        this.beside = Folders.fresh(environment.folder().resolve("add-a-source"));
    }

    @AfterEach
    void removeTheSource() throws IOException {
        // The route first: it names the others.
        for (int index = saved.size() - 1; index >= 0; index--) {
            Files.deleteIfExists(saved.get(index));
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Http.send(Http.request(environment
                                                .nodes()
                                                .first()
                                                .node()
                                                .health())
                                        .build())
                                .statusCode())
                        .isEqualTo(200));
    }

    @Test
    void thePageDoesWhatItPromises() throws Exception {
        Page page = Page.of("add-a-source.md");
        assertThat(page.steps()).hasSizeGreaterThan(8);
        for (Page.Step step : page.steps()) {
            if (step instanceof Page.Save save) {
                save(save);
            } else if (step instanceof Page.Type typed) {
                type(typed);
            }
        }
    }

    private void save(Page.Save file) throws IOException {
        Path folder = file.path().contains("/") ? environment.home() : beside;
        Path path = folder.resolve(file.path());
        assertThat(path).as("a new file").doesNotExist();
        saved.add(path);
        Files.writeString(path, file.text());
    }

    private void type(Page.Type typed) throws Exception {
        if (typed.output().isEmpty()) {
            run(typed.commands());
            return;
        }
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(run(typed.commands()))
                        .as("after %s", typed.commands())
                        .contains(typed.output()));
    }

    private String run(String commands) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", commands)
                .directory(beside.toFile())
                .redirectErrorStream(true);
        shell.environment().put("HUB", environment.nodes().first().node().url().toString());
        shell.environment().put("DATA", environment.folder().toString());
        shell.environment().put("ENGINEER", pair(Role.ENGINEER));
        shell.environment().put("PRIVACY", pair(Role.PRIVACY));
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "exit code " + process.waitFor() + "\n" + output;
    }

    private String pair(Role role) {
        Credentials user = environment.user(role);
        return user.user() + ":" + user.password();
    }
}
