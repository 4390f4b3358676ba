package io.attune.trainer.segments;

import hex.kmeans.KMeans;
import hex.kmeans.KMeansModel;
import hex.kmeans.KMeansModel.KMeansParameters;
import water.DKV;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/**
 * K-Means of H2O (Lloyd 1982, begun as by Arthur &amp; Vassilvitskii 2007), from several beginnings; the tightest groups
 * count. H2O must have been started.
 */
final class KMeansCentres implements Centres {
    private static final int BEGINNINGS = 4;
    private static final int ITERATIONS = 100;

    @Override
    public double[][] of(double[][] points, int count, long seed) {
        try (Columns columns = new Columns(points)) {
            double[][] best = new double[0][];
            double least = Double.POSITIVE_INFINITY;
            for (int beginning = 0; beginning < BEGINNINGS; beginning++) {
                double[][] centres = learn(columns, count, seed + beginning);
                double within = within(points, centres);
                if (within < least) {
                    least = within;
                    best = centres;
                }
            }
            return best;
        }
    }

    /** The sum of squared distances to the nearest centre. */
    static double within(double[][] points, double[][] centres) {
        double sum = 0;
        for (double[] point : points) {
            sum += Points.squaredDistance(point, centres[Points.nearest(point, centres)]);
        }
        return sum;
    }

    private static double[][] learn(Columns columns, int count, long seed) {
        KMeansParameters parameters = new KMeansParameters();
        parameters._train = columns.frame._key;
        parameters._k = count;
        parameters._init = KMeans.Initialization.PlusPlus;
        parameters._standardize = false;
        parameters._max_iterations = ITERATIONS;
        parameters._seed = seed;
        KMeansModel model = new KMeans(parameters).trainModel().get();
        try {
            return model._output._centers_raw;
        } finally {
            model.delete();
        }
    }

    /** Points inside H2O, each column in one piece, so that sums do not depend on the number of threads. */
    private static final class Columns implements AutoCloseable {
        private final Frame frame;

        Columns(double[][] points) {
            int axes = points[0].length;
            String[] names = new String[axes];
            Vec[] columns = new Vec[axes];
            for (int axis = 0; axis < axes; axis++) {
                double[] values = new double[points.length];
                for (int point = 0; point < points.length; point++) {
                    values[point] = points[point][axis];
                }
                names[axis] = "axis" + axis;
                columns[axis] = Vec.makeVec(values, Vec.VectorGroup.VG_LEN1.addVec());
            }
            frame = new Frame(Key.make(), names, columns);
            DKV.put(frame);
        }

        @Override
        public void close() {
            frame.delete();
        }
    }
}
