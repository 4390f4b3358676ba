package io.attune.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void knowsWhichValueSaysYes() {
        assertThat(positive("No", "Yes", "No")).isEqualTo("Yes");
        assertThat(positive("0", "1", "1", "1")).isEqualTo("1");
        assertThat(positive("False", "True", "NA")).isEqualTo("True");
    }

    @Test
    void takesTheRarerOfTwoOtherWords() {
        assertThat(positive("stayed", "stayed", "left")).isEqualTo("left");
        assertThat(positive("1", "1", "2")).isEqualTo("2");
        assertThat(positive("+", "-", "-")).isEqualTo("+");
    }

    @Test
    void takesWhatStandsBesideANo() {
        assertThat(positive("none", "bought something", "bought something")).isEqualTo("bought something");
        assertThat(positive("-1", "1", "1")).isEqualTo("1");
    }

    @Test
    void takesWritingsOfOneValueForOne() {
        Label label = Label.infer(frame("YES", "yes", "yes", "No", "no", "?", "--"), "y", Optional.empty());

        assertThat(label.positive()).isEqualTo("yes");
        assertThat(label.others()).hasSize(1);
        assertThat(label.isPositive("Yes")).isTrue();
        assertThat(label.isKnown("?")).isFalse();
        assertThat(Label.infer(frame("1.0", "0.0"), "y", Optional.of("1")).isPositive("1"))
                .isTrue();
    }

    @Test
    void refusesToBeJudgedByOtherValues() {
        Label label = Label.infer(frame("1.0", "0.0", ""), "y", Optional.empty());

        label.requireFamiliar(frame("1", "0"), "y", List.of("1", "0", ""));
        assertThatThrownBy(() -> label.requireFamiliar(frame("left"), "y", List.of("left", "stayed")))
                .isInstanceOf(FrameException.class)
                .hasMessageContaining("left: 1 rows")
                .hasMessageContaining("trained to tell 1.0 from 0.0");
    }

    @Test
    void takesTheValueThatIsNamed() {
        assertThat(Label.infer(frame("No", "Yes"), "y", Optional.of("no")).positive())
                .isEqualTo("No");
        assertThat(Label.infer(frame("a", "b", "c"), "y", Optional.of("b")).others())
                .containsExactly("a", "c");
    }

    @Test
    void refusesWhatIsNoLabel() {
        assertThatThrownBy(() -> positive("a", "b", "c", "c"))
                .hasMessageContaining("the label y has 3 values (c: 2 rows, a: 1 rows, b: 1 rows)")
                .hasMessageContaining("--positive");
        assertThatThrownBy(() -> positive("a", "a", "")).hasMessageContaining("only the value [a]");
        assertThatThrownBy(() -> Label.infer(frame("a", "b"), "y", Optional.of("z")))
                .hasMessageContaining("never has the value z");
        assertThatThrownBy(() -> Label.infer(frame("a", "b"), "x", Optional.empty()))
                .hasMessageContaining("has no column \"x\"");
    }

    private static String positive(String... cells) {
        return Label.infer(frame(cells), "y", Optional.empty()).positive();
    }

    private static FlatFrame frame(String... cells) {
        return new FlatFrame(
                Path.of("frame.csv"),
                "UTF-8",
                ',',
                List.of("y"),
                List.of(List.of(cells)),
                Collections.nCopies(cells.length, 2L));
    }
}
