package io.attune.scoring;

import java.util.List;
import java.util.OptionalInt;

/** The keys of a row's values, and whether they are what an encoder gives. Immutable. */
final class ColumnKeys {

    private final int[] columns;
    private final boolean[] ofLevels;

    /**
     * The keys that some columns need.
     *
     * @param levels of all columns, empty for a number
     */
    ColumnKeys(int[] columns, List<OptionalInt> levels) {
        this.columns = columns.clone();
        this.ofLevels = new boolean[columns.length];
        for (int index = 0; index < columns.length; index++) {
            ofLevels[index] = levels.get(columns[index]).isPresent();
        }
    }

    /** Writes the keys, by column of the row; false when a level is negative or no whole number. */
    boolean write(double[] row, int[] keys) {
        for (int index = 0; index < columns.length; index++) {
            int column = columns[index];
            double value = row[column];
            if (ofLevels[index] && !isLevel(value)) {
                return false;
            }
            keys[column] = FloatKey.of(value);
        }
        return true;
    }

    private static boolean isLevel(double value) {
        return Double.isNaN(value) || (value >= 0 && value == (int) value);
    }
}
