package io.attune.recommendation;

import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The generalized low rank model of who bought what, with quadratic loss and quadratic regularization. Its optimum is known
 * in closed form (Udell et al. 2016, section 2.2): the singular value decomposition, each singular value less the penalty.
 * A new person's purchases are then projected by one matrix, items by items.
 */
final class LowRank {
    private static final int RANK = 32;
    private static final int NEAREST = 150;

    private LowRank() {}

    /**
     * Solves for the links of the items that most people bought.
     *
     * @param together how many bought both, which is the purchases' matrix times itself
     */
    static ItemLinks links(Cooccurrence together, int items) {
        int size = together.items().length;
        double[][] projection = new double[size][size];
        if (size > 0) {
            project(together.counts(), projection);
        }
        return PlacedWeights.links(
                "generalized low rank model, rank " + Math.min(RANK, size),
                0,
                together.items(),
                projection,
                NEAREST,
                items);
    }

    private static void project(float[][] counts, double[][] projection) {
        int size = counts.length;
        DMatrixRMaj gram = new DMatrixRMaj(size, size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                gram.unsafe_set(row, column, counts[row][column]);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(gram)) {
            return;
        }
        Integer[] order = new Integer[size];
        for (int index = 0; index < size; index++) {
            order[index] = index;
        }
        Arrays.sort(order, Comparator.comparingDouble(index -> -singular(eigen, index)));
        // The penalty that leaves nothing beyond the rank.
        double penalty = size > RANK ? singular(eigen, order[RANK]) : 0;
        for (int index = 0; index < Math.min(RANK, size); index++) {
            double value = singular(eigen, order[index]);
            if (value > penalty) {
                add((value - penalty) / value, eigen.getEigenVector(order[index]), projection);
            }
        }
    }

    private static double singular(EigenDecomposition_F64<DMatrixRMaj> eigen, int index) {
        return Math.sqrt(Math.max(0, eigen.getEigenvalue(index).getReal()));
    }

    private static void add(double factor, DMatrixRMaj vector, double[][] projection) {
        for (int row = 0; row < projection.length; row++) {
            double weighted = factor * vector.get(row);
            for (int column = 0; column < projection.length; column++) {
                projection[row][column] += weighted * vector.get(column);
            }
        }
    }
}
