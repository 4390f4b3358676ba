package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.List;

/** Orders persons by a hash of what is known of them, so that nothing later depends on the order of rows. */
final class CanonicalOrder {
    private CanonicalOrder() {}

    static Persons of(List<Column> columns, int size, int firstFile) {
        int[] order = new int[size];
        sort(columns, 0, firstFile, order);
        sort(columns, firstFile, size, order);
        List<Column> ordered = new ArrayList<>();
        for (Column column : columns) {
            int[] numbers = new int[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = column.numbers()[order[i]];
            }
            ordered.add(new Column(column.attribute(), column.values(), numbers));
        }
        return new Persons(size, ordered, order, firstFile);
    }

    private static void sort(List<Column> columns, int from, int to, int[] order) {
        long[] hashes = new long[to - from];
        for (int row = from; row < to; row++) {
            long hash = 0;
            for (Column column : columns) {
                hash = Hashes.mix(hash ^ column.numbers()[row]);
            }
            hashes[row - from] = hash;
        }
        int[] rows = SortedRows.by(hashes);
        for (int i = 0; i < rows.length; i++) {
            order[from + i] = from + rows[i];
        }
    }
}
