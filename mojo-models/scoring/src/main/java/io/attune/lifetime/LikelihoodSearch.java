package io.attune.lifetime;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds positive parameters that maximize a log-likelihood: Nelder–Mead in the logarithms of the parameters, from the best
 * of several starts, and again from where it ended until nothing is gained, since a simplex can collapse before the top.
 */
final class LikelihoodSearch {

    /** Parameters are searched between e^-LIMIT and e^LIMIT. */
    private static final double LIMIT = 14;

    private static final double NOWHERE = -1e300;
    private static final double COARSE = 1e-2;
    private static final double GAIN = 1e-7;
    private static final int RESTARTS = 20;
    private static final int EVALUATIONS = 20_000;

    /** What was found. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Maximum(double[] parameters, double logLikelihood, boolean atBound) {}

    private LikelihoodSearch() {}

    /**
     * Searches from each start; the best end counts.
     *
     * @throws IllegalArgumentException when the likelihood is nowhere finite
     */
    static Maximum maximize(ToDoubleFunction<double[]> logLikelihood, List<double[]> starts) {
        PointValuePair best = null;
        for (double[] start : starts) {
            PointValuePair end = step(logLikelihood, logarithms(start), COARSE);
            if (best == null || end.getValue() > best.getValue()) {
                best = end;
            }
        }
        if (best == null || best.getValue() <= NOWHERE) {
            throw new IllegalArgumentException("The likelihood of these histories is nowhere finite");
        }
        best = climb(logLikelihood, best);
        double[] found = best.getPoint();
        boolean atBound = Arrays.stream(found).anyMatch(value -> Math.abs(value) > LIMIT - 1);
        return new Maximum(parameters(found), best.getValue(), atBound);
    }

    private static PointValuePair climb(ToDoubleFunction<double[]> logLikelihood, PointValuePair from) {
        PointValuePair place = from;
        for (int restart = 0; restart < RESTARTS; restart++) {
            PointValuePair next = step(logLikelihood, place.getPoint(), GAIN);
            boolean top = next.getValue() - place.getValue() < GAIN;
            place = next.getValue() > place.getValue() ? next : place;
            if (top) {
                break;
            }
        }
        return place;
    }

    private static PointValuePair step(ToDoubleFunction<double[]> logLikelihood, double[] from, double gain) {
        return new SimplexOptimizer(new SimpleValueChecker(1e-13, gain / 10))
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new ObjectiveFunction(logarithms -> inside(logLikelihood, logarithms)),
                        GoalType.MAXIMIZE,
                        new InitialGuess(from),
                        new NelderMeadSimplex(from.length, 0.3));
    }

    private static double inside(ToDoubleFunction<double[]> logLikelihood, double[] logarithms) {
        for (double logarithm : logarithms) {
            if (!(Math.abs(logarithm) <= LIMIT)) {
                return NOWHERE;
            }
        }
        double value = logLikelihood.applyAsDouble(parameters(logarithms));
        return Double.isNaN(value) ? NOWHERE : value;
    }

    private static double[] logarithms(double[] parameters) {
        return Arrays.stream(parameters)
                .map(value -> Math.max(-LIMIT + 1, Math.min(LIMIT - 1, Math.log(value))))
                .toArray();
    }

    private static double[] parameters(double[] logarithms) {
        return Arrays.stream(logarithms).map(Math::exp).toArray();
    }
}
