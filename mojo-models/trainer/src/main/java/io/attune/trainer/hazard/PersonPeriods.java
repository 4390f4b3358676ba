package io.attune.trainer.hazard;

import hex.tree.gbm.GBMModel;
import io.attune.trainer.vector.Row;
import io.attune.trainer.vector.TrainingFrame;
import java.util.ArrayList;
import java.util.List;
import water.DKV;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/**
 * Rows inside H2O, one for each person and interval: the features, the number of the interval, and last, to learn from,
 * whether it happened in it.
 */
final class PersonPeriods implements AutoCloseable {
    static final String INTERVAL = "interval";
    static final String HAPPENED = "happened";
    private static final String[] LEVELS = {"0", "1"};

    private final Frame frame;

    private PersonPeriods(Frame frame) {
        this.frame = frame;
    }

    /**
     * The intervals in which each person was seen to wait, the last being the one in which it happened.
     *
     * @param ends of the intervals, in days
     */
    static PersonPeriods seen(TrainingFrame source, List<String> features, List<Row> rows, double[] ends) {
        List<Row> repeated = new ArrayList<>();
        List<Integer> intervals = new ArrayList<>();
        List<Integer> happened = new ArrayList<>();
        for (Row row : rows) {
            Observed observed = Observed.of(row, ends[ends.length - 1]);
            double start = 0;
            for (int interval = 0; interval < ends.length && start < observed.days(); interval++) {
                repeated.add(row);
                intervals.add(interval);
                happened.add(observed.happened() && observed.days() <= ends[interval] ? 1 : 0);
                start = ends[interval];
            }
        }
        return of(source, features, repeated, intervals, happened);
    }

    /** Every interval of each person, to be foretold. */
    static PersonPeriods all(TrainingFrame source, List<String> features, List<Row> rows, int count) {
        List<Row> repeated = new ArrayList<>();
        List<Integer> intervals = new ArrayList<>();
        for (Row row : rows) {
            for (int interval = 0; interval < count; interval++) {
                repeated.add(row);
                intervals.add(interval);
            }
        }
        return of(source, features, repeated, intervals, List.of());
    }

    long rows() {
        return frame.numRows();
    }

    private static PersonPeriods of(
            TrainingFrame source,
            List<String> features,
            List<Row> rows,
            List<Integer> intervals,
            List<Integer> happened) {
        List<String> names = new ArrayList<>(features);
        List<Vec> columns = new ArrayList<>();
        features.forEach(feature -> columns.add(column(source.column(feature, rows))));
        names.add(INTERVAL);
        columns.add(column(doubles(intervals)));
        if (!happened.isEmpty()) {
            names.add(HAPPENED);
            columns.add(Vec.makeVec(doubles(happened), LEVELS, Vec.VectorGroup.VG_LEN1.addVec()));
        }
        Frame frame = new Frame(Key.make(), names.toArray(String[]::new), columns.toArray(Vec[]::new));
        DKV.put(frame);
        return new PersonPeriods(frame);
    }

    Frame frame() {
        return frame;
    }

    /** The probability that it happens, one a row. */
    double[] score(GBMModel model) {
        Frame predictions = model.score(frame);
        try {
            double[] scores = new double[(int) predictions.numRows()];
            Vec.Reader reader = predictions.vec(2).new Reader();
            for (int row = 0; row < scores.length; row++) {
                scores[row] = reader.at(row);
            }
            return scores;
        } finally {
            predictions.delete();
        }
    }

    @Override
    public void close() {
        frame.delete();
    }

    private static Vec column(double[] values) {
        return Vec.makeVec(values, Vec.VectorGroup.VG_LEN1.addVec());
    }

    private static double[] doubles(List<Integer> values) {
        return values.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
