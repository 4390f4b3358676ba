package io.attune.bench.forests;

import hex.genmodel.MojoModel;
import java.util.Random;

/** Rows for any model: numbers of several scales, levels of its domains and some beyond, and gaps. Not thread-safe. */
final class RandomRows {
    private static final int RARE = 20;

    private final int[] levels;
    private final Random random;

    RandomRows(MojoModel model, long seed) {
        this.levels = new int[model.nfeatures()];
        for (int column = 0; column < levels.length; column++) {
            String[] domain = model.getDomainValues(column);
            levels[column] = domain == null ? 0 : domain.length;
        }
        this.random = new Random(seed);
    }

    double[] next() {
        double[] row = new double[levels.length];
        for (int column = 0; column < row.length; column++) {
            row[column] = value(column);
        }
        return row;
    }

    private double value(int column) {
        if (random.nextInt(RARE) == 0) {
            return Double.NaN;
        }
        if (levels[column] > 0) {
            return random.nextInt(levels[column] + 2);
        }
        double value = random.nextGaussian() * Math.pow(10, column % 4);
        return column % 3 == 0 ? Math.rint(value) : value;
    }
}
