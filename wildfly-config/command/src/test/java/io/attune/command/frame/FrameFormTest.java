package io.attune.command.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameFormTest {
    @Test
    void tellsATableOfOnesOwnFromTheHubsFrame() {
        assertThat(FrameForm.resolve("train", "--frame", "f.csv", "--label=y", "--name", "m"))
                .startsWith("train-frame");
        assertThat(FrameForm.resolve("train", "churn", "--frame", "f.csv")).startsWith("train", "churn");
        assertThat(FrameForm.resolve("score", "--model", "m", "--frame", "f.csv"))
                .startsWith("score-frame");
        assertThat(FrameForm.resolve("score-events", "--events", "e.csv", "--name", "m"))
                .startsWith("score-events");
        assertThat(FrameForm.resolve()).isEmpty();
    }
}
