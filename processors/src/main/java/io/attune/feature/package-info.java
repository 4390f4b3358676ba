/**
 * Features of people: events → aggregates per node and UTC day → a vector as of a moment. There is one computation, used
 * for serving (from stored aggregates) and for training (from events as they were known at moments of the past).
 */
package io.attune.feature;
