package io.attune.trainer.flat;

import io.attune.trainer.learning.SelectionMethod;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a training from a flat frame.
 *
 * @param ignored lists of columns, as they were written
 */
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
        Optional<Integer> repeats,
        int threads) {
    static final int FOLDS = 5;
    private static final int MOST_REPEATS = 5;
    /** With very many rows in each fold, the folds of a further repeat say the same again. */
    private static final int ENOUGH_ROWS = 400_000;

    /** Which columns to learn from: at most so many. */
    record ColumnChoice(SelectionMethod method, int keep) {}

    /** How often the folds are cut anew: as often as was asked for, else by the number of rows. */
    int repeats(int rows) {
        return repeats.orElseGet(() -> Math.max(1, Math.min(MOST_REPEATS, ENOUGH_ROWS / Math.max(1, rows))));
    }

    /** The same, without some more columns, and with no choice to be made. */
    FlatTask without(Set<String> columns) {
        Set<String> all = new HashSet<>(ignored);
        all.addAll(columns);
        return new FlatTask(
                frame, label, positive, Set.copyOf(all), Optional.empty(), asOf, model, output, seed, repeats, threads);
    }
}
