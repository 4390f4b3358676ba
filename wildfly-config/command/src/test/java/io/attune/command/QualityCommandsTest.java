package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class QualityCommandsTest {
    private final Terminal terminal = new Terminal();

    private int run(String... arguments) {
        return terminal.run(List.of(arguments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "counts", "replay", "resolve"})
    void whatIsAboutManyRejectsTakesTheSameFilters(String command) {
        assertThat(run("rejects", command, "--help")).isZero();

        assertThat(terminal.out()).contains("--source", "--code", "--stage", "--from", "--until");
    }

    @Test
    void nothingIsReplayedOrResolvedWithoutSayingWhat() {
        assertThat(run("rejects", "replay")).isNotZero();
        assertThat(terminal.error()).contains("--all");

        assertThat(run("rejects", "resolve", "--reason", "test data")).isNotZero();
        assertThat(terminal.error()).contains("name a reject, or which ones by --source");

        assertThat(run("rejects", "resolve", "some-id")).isNotZero();
        assertThat(terminal.error()).contains("--reason");
    }

    @Test
    void filtersBecomeTheQueryOfARequest() {
        RejectSelection selection = new RejectSelection();
        assertThat(selection.isNarrow()).isFalse();

        new CommandLine(selection).parseArgs("--source", "web", "--from", "2026-06-01T00:00:00+02:00");

        assertThat(selection.query()).isEqualTo("&source=web&from=2026-06-01T00%3A00%3A00%2B02%3A00");
    }

    @Test
    void qualityHasASpanASourceAndJson() {
        assertThat(run("quality", "--help")).isZero();

        assertThat(terminal.out()).contains("--span", "--source", "--fields", "--json");
    }
}
