package io.attune.trainer.segments;

import java.util.List;

/**
 * Rows to learn groups from, or to judge them by.
 *
 * @param values of each row, in the order of the features; NaN where one is missing
 * @param outcomes what each person did after the moment, such as what they spent; only judged by
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record SegmentRows(List<String> features, double[][] values, double[] outcomes) {
    double[] column(int feature) {
        double[] column = new double[values.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = values[row][feature];
        }
        return column;
    }

    /** Some of the rows. */
    SegmentRows select(int[] rows) {
        double[][] chosen = new double[rows.length][];
        double[] after = new double[rows.length];
        for (int place = 0; place < rows.length; place++) {
            chosen[place] = values[rows[place]];
            after[place] = outcomes[rows[place]];
        }
        return new SegmentRows(features, chosen, after);
    }
}
