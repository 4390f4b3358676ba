package io.attune.scoring;

import hex.genmodel.MojoModel;

/**
 * Computes a model's answer for one encoded row, as {@code score0} does and to the last bit. Immutable and safe to share
 * between threads.
 */
public interface Evaluator {

    /**
     * Computes an answer.
     *
     * @param row a value a column, in the order of the model's names: numbers, or the index of a level in its domain; NaN is
     *     missing. It may be changed.
     * @param predictions of the model's size ({@code getPredsSize}), overwritten: class, then a probability a class; or the
     *     amount of a regression. Not calibrated.
     * @return {@code predictions}
     */
    double[] evaluate(double[] row, double[] predictions);

    /** How it computes, in a few words for people who look after models. */
    String method();

    /**
     * The fastest evaluator of a model: bit vectors where they reproduce {@code score0} on every border row (see
     * {@link BorderRows}), otherwise {@code score0} itself.
     */
    static Evaluator of(MojoModel model) {
        return BitVectorEvaluator.of(model).<Evaluator>map(found -> found).orElseGet(() -> new ModelEvaluator(model));
    }
}
