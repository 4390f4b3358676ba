package io.attune.trainer.flat;

import io.attune.trainer.learning.SelectionMethod;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is asked of a training from a flat frame. */
record FlatTask(
        Path frame,
        String label,
        Optional<String> positive,
        Set<String> ignored,
        Optional<ColumnChoice> choice,
        Optional<LocalDate> asOf,
        String model,
        Path output,
        long seed,
        int repeats,
        int threads) {
    static final int FOLDS = 5;

    /** Which columns to learn from: at most so many. */
    record ColumnChoice(SelectionMethod method, int keep) {}

    /** The same, without some more columns, and with no choice to be made. */
    FlatTask without(Set<String> columns) {
        Set<String> all = new HashSet<>(ignored);
        all.addAll(columns);
        return new FlatTask(
                frame, label, positive, Set.copyOf(all), Optional.empty(), asOf, model, output, seed, repeats, threads);
    }
}
