package io.attune.recommendation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * EASE (Steck 2019, Embarrassingly Shallow Autoencoders for Sparse Data): the linear model that best tells a person's items
 * from the others of that person's, in closed form.
 */
final class Ease implements Component {
    private static final int STORED = 150;

    private final Cooccurrence together;
    private final double penalty;
    private final float[][] weights;

    /**
     * Solves for the weights; the time grows with the cube of the number of items.
     *
     * @param penalty by which large weights are held down, in people
     */
    Ease(Cooccurrence together, double penalty) {
        this.together = together;
        this.penalty = penalty;
        this.weights = weights(together.counts(), penalty);
    }

    @Override
    public String name() {
        return "EASE, penalty " + Math.round(penalty);
    }

    @Override
    public void score(Basket basket, float[] scores) {
        for (int item : basket.distinct()) {
            int place = together.placeOfItem()[item];
            if (place >= 0) {
                float[] row = weights[place];
                for (int other = 0; other < row.length; other++) {
                    scores[together.items()[other]] += row[other];
                }
            }
        }
    }

    /** For a version's folder; negative weights are few and small, and are left out. */
    ItemLinks stored(int items) {
        double[][] wide = new double[weights.length][weights.length];
        for (int row = 0; row < wide.length; row++) {
            for (int column = 0; column < wide.length; column++) {
                wide[row][column] = weights[row][column];
            }
        }
        return PlacedWeights.links(name(), 0, together.items(), wide, STORED, items);
    }

    private static float[][] weights(float[][] counts, double penalty) {
        int size = counts.length;
        DMatrixRMaj gram = new DMatrixRMaj(size, size);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                gram.unsafe_set(row, column, counts[row][column] + (row == column ? penalty : 0));
            }
        }
        if (size > 0) {
            CommonOps_DDRM.invert(gram);
        }
        float[][] weights = new float[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                weights[row][column] =
                        row == column ? 0 : (float) (-gram.unsafe_get(row, column) / gram.unsafe_get(column, column));
            }
        }
        return weights;
    }
}
