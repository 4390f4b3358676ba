package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowProgressTest {
    private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    private final ProgressBar bar = new ProgressBar(new PrintStream(drawn, true, StandardCharsets.UTF_8), true);
    private final StringWriter lines = new StringWriter();
    private long nanos;

    @Test
    void onATerminalABarShowsShareCountAndRate() {
        RowProgress progress = progress(Optional.of(bar));
        progress.expect(() -> 4_000L);

        seconds(2);
        progress.show("bureau", 1_000);
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains("bureau", " 25 %", "1,000 of 4,000", "500 a second")
                .doesNotContain("\n");

        seconds(2);
        progress.show("bureau", 4_000);
        assertThat(drawn.toString(StandardCharsets.UTF_8))
                .contains("100 %", "4,000 of 4,000", "1,000 a second")
                .containsOnlyOnce("\n");
        assertThat(lines.toString()).isEmpty();
    }

    @Test
    void elsewhereALineEveryFiveSecondsAndNoCountOfAll() {
        RowProgress progress = progress(Optional.empty());
        progress.expect(() -> {
            throw new AssertionError("counting costs a scheduler a second run of its query");
        });
        for (int second = 1; second <= 14; second++) {
            seconds(1);
            progress.show("bureau", second * 100L);
        }

        assertThat(lines.toString().lines())
                .containsExactly("bureau: 500 rows, 100 a second", "bureau: 1,000 rows, 100 a second");
    }

    @Test
    void eachTableHasItsOwnRate() {
        RowProgress progress = progress(Optional.empty());
        seconds(4);
        progress.show("attune_profile", 400);
        seconds(2);
        progress.show("attune_score", 2_000);

        assertThat(lines.toString().lines()).containsExactly("attune_score: 2,000 rows, 1,000 a second");
    }

    @Test
    void whereTheRowsCannotBeCountedThereAreLinesOnATerminalToo() {
        RowProgress progress = progress(Optional.of(bar));
        progress.expect(() -> {
            throw new AttuneException("WAREHOUSE_FAILED", ErrorCategory.EXTERNAL, "no order by in a subquery");
        });
        seconds(5);
        progress.show("bureau", 10);

        assertThat(lines.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("no order by in a subquery"))
                .anyMatch(line -> line.equals("bureau: 10 rows, 2 a second"));
        assertThat(drawn.size()).isZero();
    }

    private RowProgress progress(Optional<ProgressBar> on) {
        return new RowProgress(on, new PrintWriter(lines), () -> nanos);
    }

    private void seconds(long count) {
        nanos += Duration.ofSeconds(count).toNanos();
    }
}
