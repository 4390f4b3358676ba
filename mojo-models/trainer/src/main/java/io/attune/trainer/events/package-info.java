/**
 * Trains the probability of activity from vectors of an event log: a stack of linear and boosted models, judged on a later
 * moment. Folds are grouped by person, since a person has rows at several moments.
 */
package io.attune.trainer.events;
