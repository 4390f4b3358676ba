package io.attune.trainer.flat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Rows cut into folds, each with the same share of positives (stratified). */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
record Folds(int count, int[] foldOfRow) {
    static Folds stratified(boolean[] labels, int count, long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        for (boolean label : new boolean[] {true, false}) {
            List<Integer> rows = new ArrayList<>(IntStream.range(0, labels.length)
                    .filter(row -> labels[row] == label)
                    .boxed()
                    .toList());
            Collections.shuffle(rows, random);
            order.addAll(rows);
        }
        int[] foldOfRow = new int[labels.length];
        for (int position = 0; position < order.size(); position++) {
            foldOfRow[order.get(position)] = position % count;
        }
        return new Folds(count, foldOfRow);
    }

    /** The rows of a fold, which judge. */
    int[] inside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] == fold)
                .toArray();
    }

    /** The rows outside a fold, which are learned from. */
    int[] outside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] != fold)
                .toArray();
    }
}
