/** How good probabilities are: the one set of measures by which training, scoring and the gates judge. */
package io.attune.evaluation;
