/**
 * The registry of trained models and their scorers over h2o-genmodel. Imports nothing of the hub, so that anything
 * that has a feature vector can score it.
 */
package io.attune.scoring;
