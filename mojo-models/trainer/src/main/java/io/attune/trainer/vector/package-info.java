/**
 * Trains the hub's models of a person's feature vector from an exported frame, by what {@code io.attune.trainer.learning} does
 * for any table: here folds keep a person's rows together, and the judgement is made on people and at a moment that nothing was
 * learned from.
 */
package io.attune.trainer.vector;
