package io.attune.trainer;

import java.util.ArrayList;
import java.util.List;
import water.DKV;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/** Some rows of a frame inside H2O: the features as numbers and, last, the label as a level. */
final class H2oFrame implements AutoCloseable {

    static final String LABEL = "label";
    private static final String[] LEVELS = {"0", "1"};

    private final Frame frame;

    H2oFrame(TrainingFrame source, List<String> features, List<Row> rows) {
        List<Vec> columns = new ArrayList<>();
        for (String feature : features) {
            columns.add(Vec.makeVec(source.column(feature, rows), Vec.VectorGroup.VG_LEN1.addVec()));
        }
        double[] labels =
                rows.stream().mapToDouble(row -> row.positive() ? 1 : 0).toArray();
        columns.add(Vec.makeVec(labels, LEVELS, Vec.VectorGroup.VG_LEN1.addVec()));
        List<String> names = new ArrayList<>(features);
        names.add(LABEL);
        frame = new Frame(Key.make(), names.toArray(String[]::new), columns.toArray(Vec[]::new));
        DKV.put(frame);
    }

    Frame frame() {
        return frame;
    }

    @Override
    public void close() {
        frame.delete();
    }
}
