package io.attune.lifetime;

/**
 * A model fitted by maximum likelihood.
 *
 * @param <M> the model
 * @param model the model with the parameters found
 * @param logLikelihood of all the histories, natural logarithm
 * @param people how many histories it was fitted to
 * @param atBound whether a parameter ran to the end of what is searched: the histories do not tell it, so its value means
 *     "very large" or "very small"
 */
public record Fit<M>(M model, double logLikelihood, int people, boolean atBound) {}
