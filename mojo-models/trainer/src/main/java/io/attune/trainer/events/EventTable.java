package io.attune.trainer.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import water.DKV;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/** A frame inside H2O: the features as numbers, the fold of each row's person, and the label as a level. */
final class EventTable implements AutoCloseable {
    static final String LABEL = "label";
    static final String FOLD = "fold";
    private static final String[] LEVELS = {"0", "1"};

    private final Frame frame;

    EventTable(EventFrame source, List<String> features, int folds, long seed) {
        List<Vec> columns = new ArrayList<>();
        features.forEach(feature -> columns.add(vector(source.column(feature), null)));
        columns.add(vector(folds(source.people(), folds, seed), null));
        columns.add(vector(labels(source), LEVELS));
        List<String> names = new ArrayList<>(features);
        names.addAll(List.of(FOLD, LABEL));
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

    private static Vec vector(double[] values, String[] levels) {
        return Vec.makeVec(values, levels, Vec.VectorGroup.VG_LEN1.addVec());
    }

    private static double[] labels(EventFrame source) {
        return IntStream.range(0, source.rows())
                .mapToDouble(row -> source.labels()[row] ? 1 : 0)
                .toArray();
    }

    // All rows of a person fall into one fold: a person's rows resemble each other, and would tell on each other.
    private static double[] folds(int[] people, int folds, long seed) {
        int count = Arrays.stream(people).max().orElse(0) + 1;
        int[] ofPerson = new Random(seed).ints(count, 0, folds).toArray();
        return Arrays.stream(people).mapToDouble(person -> ofPerson[person]).toArray();
    }
}
