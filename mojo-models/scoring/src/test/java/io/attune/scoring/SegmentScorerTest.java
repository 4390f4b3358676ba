package io.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.segmentation.Cluster;
import io.attune.segmentation.ScaledFeature;
import io.attune.segmentation.SegmentModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentScorerTest {
    private static final ScaledFeature ORDERS = new ScaledFeature("orders", true, 1, 0.5);
    private static final ScaledFeature VISITS = new ScaledFeature("visits", false, 10, 5);
    private static final SegmentModel MODEL = new SegmentModel(
            List.of(ORDERS, VISITS),
            new double[0][],
            List.of(
                    new Cluster(2, "Buys often", "buys often", new double[] {2, 0}, 0.3),
                    new Cluster(5, "Rarely visits", "rarely visits", new double[] {-1, -1}, 0.7)),
            5);

    @TempDir
    private Path folder;

    @Test
    void saysTheIdOfTheNearestGroup() throws IOException {
        SegmentScorer scorer = scorer();

        assertThat(scorer.score(Map.of("orders", 7.0, "visits", 11.0))).isEqualTo(new Score.Value("groups", "1", 2));
        assertThat(scorer.score(Map.of("orders", 0.0, "visits", 1.0))).isEqualTo(new Score.Value("groups", "1", 5));
        assertThat(scorer.inputs()).containsExactly("orders", "visits");
        assertThat(scorer.clusters()).extracting(Cluster::name).containsExactly("Buys often", "Rarely visits");
    }

    @Test
    void declinesWithoutWhatItNeeds() throws IOException {
        assertThat(scorer().score(Map.of("visits", 11.0)))
                .isInstanceOfSatisfying(
                        Score.Declined.class,
                        declined -> assertThat(declined.reason()).contains("orders is missing"));
        assertThat(scorer().score(Map.of("orders", 7.0)))
                .isInstanceOfSatisfying(
                        Score.Declined.class,
                        declined -> assertThat(declined.reason()).contains("only 1 of the 2 features"));
    }

    @Test
    void refusesAFileThatIsNotTheCards() throws IOException {
        scorer();
        Files.writeString(folder.resolve("model.json"), "{}");

        assertThatThrownBy(() -> SegmentScorer.load(folder)).isInstanceOf(ModelException.class);
    }

    @Property
    void scalingCanBeUndoneWithinItsBounds(@ForAll @DoubleRange(min = 0.5, max = 10) double orders) {
        assertThat(ORDERS.value(ORDERS.scale(orders))).isCloseTo(orders, within(1e-9));
    }

    @Property
    void learnedScalingHasMeanNoughtAndDeviationOne(@ForAll @DoubleRange(min = 0.1, max = 50) double width) {
        double[] values = new double[41];
        for (int index = 0; index < values.length; index++) {
            values[index] = index == 0 ? Double.NaN : width * (index - 20);
        }
        ScaledFeature scaling = ScaledFeature.of("x", values);
        double sum = 0;
        double squares = 0;
        for (int index = 1; index < values.length; index++) {
            sum += scaling.scale(values[index]);
            squares += Math.pow(scaling.scale(values[index]), 2);
        }

        assertThat(sum / 40).isCloseTo(0, within(1e-9));
        assertThat(squares / 40).isCloseTo(1, within(1e-9));
        assertThat(scaling.scale(Double.NaN)).isZero();
    }

    @Test
    void takesTheLogarithmOfWhatIsSkewed() {
        double[] skewed = new double[100];
        for (int index = 0; index < skewed.length; index++) {
            skewed[index] = Math.exp(index / 12.0);
        }
        assertThat(ScaledFeature.of("x", skewed).logarithm()).isTrue();
        assertThat(ScaledFeature.of("x", new double[] {1, 2, 3, 4}).logarithm()).isFalse();
    }

    private SegmentScorer scorer() throws IOException {
        byte[] model = new ObjectMapper().writeValueAsBytes(MODEL);
        Files.write(folder.resolve("model.json"), model);
        Files.writeString(folder.resolve("card.json"), """
                {"model": "groups", "version": "1", "kind": "segments", "digest": "%s",
                 "requiredFeatures": ["orders"], "minimumFeatures": 2}""".formatted(ModelFile.digest(model)));
        return SegmentScorer.load(folder);
    }
}
