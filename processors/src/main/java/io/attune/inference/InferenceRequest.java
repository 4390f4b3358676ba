package io.attune.inference;

import java.util.List;
import java.util.Optional;

/**
 * What was asked.
 *
 * @param id to be repeated in the answer
 * @param outputs names of those wanted; empty wants all
 */
record InferenceRequest(Optional<String> id, List<Tensor> inputs, List<String> outputs) {}
