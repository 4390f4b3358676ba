package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void writesALineAtEachTenthWhereThereIsNoTerminal() {
        ProgressBar bar = new ProgressBar(out, false);
        for (int done = 0; done <= 1000; done++) {
            bar.show("web events", done, 1000);
        }

        assertThat(lines()).hasSize(11).last().asString().contains("100 %  1,000 of 1,000");
    }

    @Test
    void drawsOverItsLineOnATerminal() {
        ProgressBar bar = new ProgressBar(out, true);
        bar.show("contacts", 1, 2);
        bar.show("contacts", 2, 2);

        assertThat(written.toString(StandardCharsets.UTF_8))
                .startsWith("\rcontacts")
                .endsWith("2 of 2" + System.lineSeparator());
        assertThat(written.toString(StandardCharsets.UTF_8)).containsOnlyOnce("\n");
    }

    @Test
    void countsAnEmptyStageAsDone() {
        new ProgressBar(out, false).show("sales", 0, 0);

        assertThat(lines()).singleElement().asString().contains("100 %");
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
