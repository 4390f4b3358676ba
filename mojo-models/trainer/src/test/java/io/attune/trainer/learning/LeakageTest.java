package io.attune.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.frame.EncodedFrame;
import io.attune.frame.Feature;
import io.attune.trainer.TrainingException;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeakageTest {
    private static final int ROWS = 600;

    private final Random random = new Random(3);
    private final boolean[] labels = labels();

    @Test
    void namesANumberThatRisesWithTheLabel() {
        Table table = table(row -> (labels[row] ? 100 : 0) + random.nextInt(50));

        assertThatThrownBy(() -> Leakage.requireNone(table, "leave it out with --ignore"))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("told by a single column: column (AUC 1.0000)")
                .hasMessageContaining("--ignore column");
    }

    @Test
    void namesAStatusOfWhichOneNumberMeansTheLabel() {
        assertThat(Leakage.find(table(row -> labels[row] ? 3 : 1 + 4 * random.nextInt(2))))
                .hasSize(1);
    }

    @Test
    void namesAMeasureOfWhichARangeMeansTheLabel() {
        assertThat(Leakage.find(table(row -> labels[row]
                        ? 10 + random.nextDouble()
                        : random.nextBoolean() ? random.nextDouble() * 10 : 11 + random.nextDouble() * 20)))
                .hasSize(1);
    }

    @Test
    void namesANumberThatIsThereOnlyWithTheLabel() {
        assertThat(Leakage.find(table(row -> labels[row] ? random.nextInt(30) : Double.NaN)))
                .hasSize(1);
    }

    @Test
    void findsNothingInChance() {
        assertThat(Leakage.find(table(row -> random.nextGaussian()))).isEmpty();
        assertThat(Leakage.find(table(row -> random.nextInt(80)))).isEmpty();
    }

    private Table table(IntToDoubleFunction value) {
        double[] values = IntStream.range(0, ROWS).mapToDouble(value).toArray();
        Feature feature = new Feature("column", "column", "number", List.of());
        return new Table(new EncodedFrame(List.of(feature), List.of(values)), "label", labels);
    }

    private boolean[] labels() {
        boolean[] drawn = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            drawn[row] = random.nextInt(5) == 0;
        }
        return drawn;
    }
}
