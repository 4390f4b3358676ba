package io.attune.bench.forests;

import hex.genmodel.MojoModel;
import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import io.attune.scoring.Evaluator;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One score by one thread, of rows that are there already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ForestBenchmark {
    /** Names the folder of the models. */
    static final String FOLDER = "attune.bench.forests";

    private static final int ROWS = 4_096;
    private static final long SEED = 17;

    @Param({"gbm-50x5", "gbm-100x6"})
    public String forest = "";

    private final double[][] rows = new double[ROWS][];
    private final RowData[] maps = new RowData[ROWS];
    private double[] answer = new double[0];
    private MojoModel model;
    private Evaluator evaluator;
    private EasyPredictModelWrapper easy;
    private int next;

    /** Loads the model and makes the rows. */
    @Setup
    public void load() {
        model = new Forests(Path.of(System.getProperty(FOLDER))).model(forest);
        evaluator = Evaluator.of(model);
        easy = new EasyPredictModelWrapper(new EasyPredictModelWrapper.Config().setModel(model));
        answer = new double[model.getPredsSize()];
        RandomRows random = new RandomRows(model, SEED);
        for (int row = 0; row < ROWS; row++) {
            rows[row] = random.next();
            maps[row] = new RowData();
            for (int column = 0; column < rows[row].length; column++) {
                if (!Double.isNaN(rows[row][column])) {
                    maps[row].put(model.getNames()[column], rows[row][column]);
                }
            }
        }
    }

    private int row() {
        next = (next + 1) % ROWS;
        return next;
    }

    @Benchmark
    public double bitVectors() {
        return evaluator.evaluate(rows[row()], answer)[2];
    }

    @Benchmark
    public double score0() {
        return model.score0(rows[row()], answer)[2];
    }

    @Benchmark
    public double easyPredict() throws PredictException {
        return easy.predictBinomial(maps[row()]).classProbabilities[1];
    }
}
