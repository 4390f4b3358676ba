/** Scores of forests by bit vectors, against h2o-genmodel, measured by JMH. */
package io.attune.bench.forests;
