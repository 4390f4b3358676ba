package io.attune.trainer.vector;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is asked of a training.
 *
 * @param champion the version that scores now, to be judged on the same rows
 */
record VectorTask(
        VectorDefinition definition,
        Path frame,
        Path output,
        String version,
        Optional<Champion> champion,
        long seed,
        int threads) {}
