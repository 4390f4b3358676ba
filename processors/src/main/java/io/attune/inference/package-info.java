/** Scores over the Open Inference Protocol, version 2, as KServe and Triton speak it: requests read, answered, refused. */
package io.attune.inference;
