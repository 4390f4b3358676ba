package io.attune.trainer.segments;

import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Principal components (Pearson 1901) of points whose mean is 0. */
final class PrincipalAxes {
    private PrincipalAxes() {}

    /**
     * The axes of the greatest spread.
     *
     * @param share of the whole spread that they must hold together, above 0 and up to 1
     * @return one a row, of length 1, the widest first; each points where its largest weight is positive
     */
    static double[][] of(double[][] points, double share) {
        int size = points[0].length;
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
        if (!eigen.decompose(covariance(points))) {
            throw new IllegalStateException("A symmetric matrix always has its axes");
        }
        Integer[] order = new Integer[size];
        double whole = 0;
        for (int axis = 0; axis < size; axis++) {
            order[axis] = axis;
            whole += eigen.getEigenvalue(axis).getReal();
        }
        Arrays.sort(
                order,
                Comparator.comparingDouble(axis -> -eigen.getEigenvalue(axis).getReal()));
        int kept = 0;
        double held = 0;
        while (kept < size && held < share * whole - 1e-12) {
            held += eigen.getEigenvalue(order[kept++]).getReal();
        }
        double[][] axes = new double[Math.max(1, kept)][];
        for (int axis = 0; axis < axes.length; axis++) {
            axes[axis] = upright(eigen.getEigenVector(order[axis]));
        }
        return axes;
    }

    private static DMatrixRMaj covariance(double[][] points) {
        int size = points[0].length;
        DMatrixRMaj covariance = new DMatrixRMaj(size, size);
        for (double[] point : points) {
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    covariance.add(row, column, point[row] * point[column] / points.length);
                }
            }
        }
        return covariance;
    }

    private static double[] upright(DMatrixRMaj vector) {
        double[] axis = new double[vector.getNumElements()];
        double largest = 0;
        for (int feature = 0; feature < axis.length; feature++) {
            axis[feature] = vector.get(feature);
            largest = Math.abs(axis[feature]) > Math.abs(largest) ? axis[feature] : largest;
        }
        double sign = largest < 0 ? -1 : 1;
        return Arrays.stream(axis).map(weight -> sign * weight).toArray();
    }
}
