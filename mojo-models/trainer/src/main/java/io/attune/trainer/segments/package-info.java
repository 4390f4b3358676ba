/**
 * Learns groups of people that are alike: K-Means for what is served; the hierarchy of Ward and HDBSCAN beside it, to see
 * whether other shapes are there. Imports no other package of the trainer but what starts H2O.
 */
package io.attune.trainer.segments;
