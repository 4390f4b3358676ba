package io.attune.trainer.learning;

import hex.Model;
import io.attune.frame.EncodedFrame;
import io.attune.frame.Feature;
import java.util.ArrayList;
import java.util.List;
import water.DKV;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/** Some rows of a table inside H2O. Every column is one piece, so that sums do not depend on the number of threads. */
public final class LearningFrame implements AutoCloseable {
    private static final String[] LEVELS = {"0", "1"};

    private final Frame frame;

    private LearningFrame(List<String> names, List<Vec> columns) {
        frame = new Frame(Key.make(), names.toArray(String[]::new), columns.toArray(Vec[]::new));
        DKV.put(frame);
    }

    public static LearningFrame of(Table table, int[] rows) {
        List<String> names = new ArrayList<>();
        List<Vec> columns = new ArrayList<>();
        for (int index = 0; index < table.frame().features().size(); index++) {
            Feature feature = table.frame().features().get(index);
            names.add(feature.name());
            columns.add(column(select(table.frame().values().get(index), rows), feature));
        }
        names.add(table.response());
        columns.add(label(table.labels(rows)));
        return new LearningFrame(names, columns);
    }

    /** Numbers and a label, such as the predictions that a stack learns from. */
    public static LearningFrame of(List<String> names, List<double[]> values, String response, boolean[] labels) {
        List<String> all = new ArrayList<>(names);
        all.add(response);
        List<Vec> columns = new ArrayList<>();
        values.forEach(column -> columns.add(Vec.makeVec(column, Vec.VectorGroup.VG_LEN1.addVec())));
        columns.add(label(labels));
        return new LearningFrame(all, columns);
    }

    /** A table whose answer is an amount. */
    public static LearningFrame of(EncodedFrame source, String response, double[] amounts, int[] rows) {
        List<String> names = new ArrayList<>();
        List<Vec> columns = new ArrayList<>();
        for (int index = 0; index < source.features().size(); index++) {
            names.add(source.features().get(index).name());
            columns.add(column(
                    select(source.values().get(index), rows), source.features().get(index)));
        }
        names.add(response);
        columns.add(Vec.makeVec(select(amounts, rows), Vec.VectorGroup.VG_LEN1.addVec()));
        return new LearningFrame(names, columns);
    }

    public Frame frame() {
        return frame;
    }

    /** The probability of the positive class by a model, one a row; of a model of amounts, the amount. */
    public double[] score(Model<?, ?, ?> model) {
        Frame predictions = model.score(frame);
        try {
            double[] scores = new double[(int) predictions.numRows()];
            Vec.Reader reader = predictions.vec(predictions.numCols() == 1 ? 0 : 2).new Reader();
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

    private static Vec column(double[] values, Feature feature) {
        return feature.categorical()
                ? Vec.makeVec(values, feature.levels().toArray(String[]::new), Vec.VectorGroup.VG_LEN1.addVec())
                : Vec.makeVec(values, Vec.VectorGroup.VG_LEN1.addVec());
    }

    private static Vec label(boolean[] labels) {
        double[] values = new double[labels.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = labels[row] ? 1 : 0;
        }
        return Vec.makeVec(values, LEVELS, Vec.VectorGroup.VG_LEN1.addVec());
    }

    private static double[] select(double[] values, int[] rows) {
        double[] chosen = new double[rows.length];
        for (int index = 0; index < rows.length; index++) {
            chosen[index] = values[rows[index]];
        }
        return chosen;
    }
}
