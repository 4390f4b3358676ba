package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {
    private static final Map<String, String> URLS = Map.of("hub", "http://127.0.0.1:8080");

    @TempDir
    private Path data;

    @Test
    void tellsASecondStartWhatRunsAlready() {
        new Running("hub", Map.of("server", ProcessHandle.current().pid()), URLS, "sandbox.properties").write(data);

        assertThatThrownBy(() -> Running.requireNothing(data))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("already running: hub")
                .hasMessageContaining("http://127.0.0.1:8080")
                .hasMessageContaining("./attune stop");
    }

    @Test
    void countsProcessesThatHaveEndedAsNothing() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        new Running("hub", Map.of("server", ended.pid()), URLS, "sandbox.properties").write(data);

        assertThat(Running.on(data)).isEmpty();
    }

    @Test
    void isNothingOnAFolderThatHoldsNothing() {
        assertThat(Running.on(data)).isEmpty();
    }
}
