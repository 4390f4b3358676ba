package io.attune.recommendation;

import java.util.Map;

/** The regularized weighted least squares of one side of a factorization, the other side held fixed. */
final class LeastSquares {
    private final double[][] fixed;
    private final int size;
    private final double[] gram;

    LeastSquares(double[][] fixed, int size, double penalty) {
        this.fixed = fixed;
        this.size = size;
        gram = new double[size * size];
        for (double[] vector : fixed) {
            add(gram, vector, 1);
        }
        for (int factor = 0; factor < size; factor++) {
            gram[factor * size + factor] += penalty;
        }
    }

    /** The vector of a row that has these others, with how surely; 0 for none. */
    double[] solve(Map<Integer, Double> confidences) {
        double[] matrix = gram.clone();
        double[] right = new double[size];
        confidences.forEach((other, confidence) -> {
            add(matrix, fixed[other], confidence);
            for (int factor = 0; factor < size; factor++) {
                right[factor] += (1 + confidence) * fixed[other][factor];
            }
        });
        decompose(matrix);
        substitute(matrix, right);
        return right;
    }

    private void add(double[] matrix, double[] vector, double weight) {
        for (int row = 0; row < size; row++) {
            double weighted = weight * vector[row];
            for (int column = 0; column <= row; column++) {
                matrix[row * size + column] += weighted * vector[column];
            }
        }
    }

    // Cholesky: the matrix is positive definite, since the penalty is.
    private void decompose(double[] matrix) {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row * size + column];
                for (int before = 0; before < column; before++) {
                    rest -= matrix[row * size + before] * matrix[column * size + before];
                }
                matrix[row * size + column] = row == column ? Math.sqrt(rest) : rest / matrix[column * size + column];
            }
        }
    }

    private void substitute(double[] lower, double[] vector) {
        for (int row = 0; row < size; row++) {
            for (int before = 0; before < row; before++) {
                vector[row] -= lower[row * size + before] * vector[before];
            }
            vector[row] /= lower[row * size + row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int after = row + 1; after < size; after++) {
                vector[row] -= lower[after * size + row] * vector[after];
            }
            vector[row] /= lower[row * size + row];
        }
    }
}
