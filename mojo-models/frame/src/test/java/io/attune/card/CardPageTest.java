package io.attune.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.evaluation.Disparity;
import io.attune.evaluation.GroupFigures;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CardPageTest {
    @Test
    void isOneFileThatNeedsNothingElseAndTrustsNoText() {
        String html = page("<script>alert(1)</script>").html();

        assertThat(html)
                .doesNotContain("<script", "http://", "https://", "<link", "@import", "NaN")
                .contains("&lt;script&gt;");
    }

    @Test
    void showsEveryPlot() {
        String html = page("churn").html();

        assertThat(html)
                .contains("ROC curve", "Precision over recall", "Cumulative gain", "Lift of each tenth")
                .contains("Calibration", "Distribution of scores", "best F1", "tenure", "a remark")
                .contains("blue", "(green) is 0.90");
        assertThat(html.split("<svg", -1)).hasSize(8);
    }

    private static CardPage page(String name) {
        Random random = new Random(1);
        double[] scores = random.doubles(500).toArray();
        boolean[] labels = new boolean[scores.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextDouble() < scores[row];
        }
        return new CardPage(
                name,
                "1",
                "The probability of something",
                "on simulated rows",
                scores,
                labels,
                0.5,
                List.of(new Bar("tenure", 0.1)),
                "",
                List.of(new Contender("gbm", 0.8, 0.4)),
                List.of(new FeatureRow("tenure", "number", "0 to 1", 0.1, List.of("low", "high"), List.of(3L, 4L))),
                List.of(new GroupFigures("blue", 250, 60, 0.7, 0.4, 0.3, 0.5)),
                Optional.of(new Disparity("blue", "green", 0.9)),
                List.of(new Fact("Seed", "1")),
                List.of("a remark"));
    }
}
