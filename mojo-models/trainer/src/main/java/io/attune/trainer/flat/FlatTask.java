package io.attune.trainer.flat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What is asked of a training from a flat frame. */
record FlatTask(
        Path frame,
        String label,
        Optional<String> positive,
        Set<String> ignored,
        String model,
        Path output,
        long seed,
        int repeats,
        int threads) {
    static final int FOLDS = 5;
}
