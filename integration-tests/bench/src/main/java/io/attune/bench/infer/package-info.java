/** Scores over the Open Inference Protocol, from the provisioned server. */
package io.attune.bench.infer;
