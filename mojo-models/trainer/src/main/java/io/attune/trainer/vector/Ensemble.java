package io.attune.trainer.vector;

/** Whether a stack of what was tried may be served: it gives no reasons and takes longer. */
public enum Ensemble {
    NEVER(Double.POSITIVE_INFINITY),
    /** When it gains enough to be worth that. */
    BETTER(0.005),
    ALWAYS(Double.NEGATIVE_INFINITY);

    private final double gain;

    Ensemble(double gain) {
        this.gain = gain;
    }

    /** How much more area under the curve it must have than the best single model. */
    double gain() {
        return gain;
    }
}
