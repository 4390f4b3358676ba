package io.attune.trainer.learning;

/** How features are chosen. */
public enum SelectionMethod {
    /** Those that a lasso takes up first as its penalty falls (Tibshirani 1996). */
    LASSO,
    /** Those that tell most of the label each for itself, in nats. */
    MUTUAL_INFORMATION,
    /** Those without which a model ranks worst (Breiman 2001). */
    PERMUTATION,
    /** Those that are left when the least useful are taken away again and again (Guyon et al. 2002). */
    RECURSIVE
}
