package io.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import hex.genmodel.MojoModel;
import hex.genmodel.algos.tree.SharedTreeMojoModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every kind of forest is in the nightly check of {@code integration-tests/bench}, which can train them. */
class BitVectorEvaluatorTest {
    private static final String SHIPPED = "../registry/churn/1/model.zip";
    private static final String CALIBRATED = "src/test/resources/io/attune/scoring/registry/calibrated/1/model.zip";
    private static final String AMOUNT = "src/test/resources/io/attune/scoring/registry/amount/1/model.zip";
    private static final int RANDOM_ROWS = 2_000;

    @ParameterizedTest
    @ValueSource(strings = {SHIPPED, CALIBRATED, AMOUNT})
    void servesModelsThatItReproduces(String file) throws IOException {
        assertThat(Evaluator.of(model(file)).method()).isEqualTo("bit vectors");
    }

    @ParameterizedTest
    @ValueSource(strings = {SHIPPED, CALIBRATED, AMOUNT})
    void answersAsTheModelDoesToTheLastBit(String file) throws IOException {
        MojoModel model = model(file);
        Reproduction reproduction = new Reproduction(model, Evaluator.of(model));
        Random random = new Random(1);

        for (int row = 0; row < RANDOM_ROWS; row++) {
            double[] values = random.doubles(model.nfeatures(), -5, 200)
                    .map(value -> random.nextInt(10) == 0 ? Double.NaN : value)
                    .toArray();
            assertThat(reproduction.holds(values)).as("row %d", row).isTrue();
        }
    }

    @Test
    void borderRowsFindAnEvaluatorOutThatIsWrongAtOneLimit() throws IOException {
        MojoModel model = model(SHIPPED);
        Forest forest = Forest.of((SharedTreeMojoModel) model).orElseThrow();
        TreeNode.Split split = (TreeNode.Split) forest.trees().get(3);
        double limit = split.limit().orElseThrow();
        Evaluator wrong = new WrongAt(model, split.column(), limit);

        assertThat(new Reproduction(model, wrong).holds(forest)).isFalse();
        assertThat(new Reproduction(model, new ModelEvaluator(model)).holds(forest))
                .isTrue();
    }

    private static MojoModel model(String file) throws IOException {
        return MojoModel.load(Path.of(file).toString());
    }

    /** Takes a value at a limit for one below it. */
    private record WrongAt(MojoModel model, int column, double limit) implements Evaluator {
        @Override
        public double[] evaluate(double[] row, double[] predictions) {
            row[column] = row[column] == limit ? Math.nextDown(limit) : row[column];
            return model.score0(row, predictions);
        }

        @Override
        public String method() {
            return "wrong";
        }
    }
}
