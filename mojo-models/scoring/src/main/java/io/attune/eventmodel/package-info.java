/**
 * What is trained from an event log: lifetime value, whose version in the registry holds {@code model.json} instead of a
 * MOJO, and the vectors and labels of activity, from which the trainer makes one. A model's folder names its kind in the
 * file {@code kind}.
 */
package io.attune.eventmodel;
