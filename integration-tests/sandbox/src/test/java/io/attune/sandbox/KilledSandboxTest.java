package io.attune.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox in a process of its own, as the command starts it, that is killed. */
class KilledSandboxTest {
    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void stop() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Path start() throws Exception {
        Path log = folder.resolve("log");
        Files.deleteIfExists(log);
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.attune.sandbox.Sandbox",
                        "--data",
                        folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !process.isAlive() || Files.readString(log).contains("Sandbox ready"));
        assertThat(Files.readString(log)).contains("Sandbox ready");
        return folder.resolve("data/postgres/postmaster.pid");
    }

    @Test
    void startsAgainWhereAKilledOneLeftItsDatabaseRunning() throws Exception {
        Path pidFile = start();
        Map<String, String> before = properties();
        long orphan = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        process.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        pidFile = start();
        assertThat(properties()).isEqualTo(before);
        long successor = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        assertThat(successor).isNotEqualTo(orphan);

        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    private Map<String, String> properties() {
        return new PrivateProperties(folder.resolve("data/sandbox.properties")).read();
    }
}
