package io.attune.trainer.learning;

import hex.Model;
import hex.genmodel.ModelMojoReader;
import hex.genmodel.MojoModel;
import hex.genmodel.MojoReaderBackendFactory;
import io.attune.frame.Feature;
import io.attune.trainer.TrainingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The MOJO as it will be served, compared with the model that it was written from. */
public final class Served {
    /** Sums of a few hundred floats in another order differ by less. */
    private static final double TOLERANCE = 1e-6;

    private final MojoModel model;
    private final int[] sources;
    private final Table table;

    private Served(MojoModel model, Table table) {
        this.model = model;
        this.table = table;
        List<String> names =
                table.frame().features().stream().map(Feature::name).toList();
        Map<String, Integer> byName = names.stream().collect(Collectors.toMap(Function.identity(), names::indexOf));
        sources = IntStream.range(0, model.nfeatures())
                .map(column -> byName.get(model.getNames()[column]))
                .toArray();
    }

    public static Served of(byte[] mojo, Table table) {
        try {
            MojoModel model = ModelMojoReader.readFrom(MojoReaderBackendFactory.createReaderBackend(
                    new ByteArrayInputStream(mojo), MojoReaderBackendFactory.CachingStrategy.MEMORY));
            return new Served(model, table);
        } catch (IOException failed) {
            throw new TrainingException(
                    "the model that was written cannot be read again: " + failed.getMessage(), failed);
        }
    }

    /** Demands that the MOJO says what the model says, row by row. */
    public void requireEqual(Model<?, ?, ?> trained, LearningFrame frame, int[] rows) {
        double[] expected = frame.score(trained);
        for (int row : rows) {
            double served = score(row);
            if (!(Math.abs(served - expected[row]) <= TOLERANCE)) {
                throw new TrainingException("the written model says " + served + " of row " + (row + 1)
                        + " where the trained one says " + expected[row] + "; nothing was registered");
            }
        }
    }

    public double score(int row) {
        return score(feature -> row);
    }

    /** What is served of every row of the table. */
    public double[] scores() {
        double[] scores = new double[table.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = score(row);
        }
        return scores;
    }

    /**
     * What is served of a row that may be put together from others.
     *
     * @param rowOf which row a feature's value comes from
     */
    public double score(ToIntFunction<Feature> rowOf) {
        double[] values = new double[sources.length];
        for (int column = 0; column < values.length; column++) {
            Feature feature = table.frame().features().get(sources[column]);
            values[column] = table.frame().values().get(sources[column])[rowOf.applyAsInt(feature)];
        }
        // A classifier answers {class, p0, p1}; a regression {amount}.
        return model.score0(values, new double[model.getPredsSize()])[model.nclasses() == 2 ? 2 : 0];
    }
}
