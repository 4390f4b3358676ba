/** Scores of one model, by the hub's scorer and by what h2o-genmodel offers. */
package io.attune.bench.scoring;
