package io.attune.trainer.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Rows cut into folds, each with the same share of positives (stratified). */
@SuppressWarnings("ArrayRecordComponent") // made once, read only
public record Folds(int count, int[] foldOfRow) {
    /** The rows of a table; those of a group stay together. */
    public static Folds of(Table table, int count, long seed) {
        if (table.groups().length == 0) {
            return stratified(table.labels(), count, seed);
        }
        int groups = Arrays.stream(table.groups()).max().orElse(-1) + 1;
        int[] balance = new int[groups];
        for (int row = 0; row < table.rows(); row++) {
            balance[table.groups()[row]] += table.labels()[row] ? 1 : -1;
        }
        boolean[] mostlyPositive = new boolean[groups];
        for (int group = 0; group < groups; group++) {
            mostlyPositive[group] = balance[group] > 0;
        }
        int[] foldOfGroup = stratified(mostlyPositive, count, seed).foldOfRow();
        return new Folds(
                count,
                Arrays.stream(table.groups()).map(group -> foldOfGroup[group]).toArray());
    }

    public static Folds stratified(boolean[] labels, int count, long seed) {
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
    public int[] inside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] == fold)
                .toArray();
    }

    /** The rows outside a fold, which are learned from. */
    public int[] outside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] != fold)
                .toArray();
    }
}
