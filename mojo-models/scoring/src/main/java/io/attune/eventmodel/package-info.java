/**
 * What is trained from an event log and is no MOJO: lifetime value. A version in the registry holds {@code model.json} and
 * {@code card.json}, and the model's folder a text file {@code kind}.
 */
package io.attune.eventmodel;
