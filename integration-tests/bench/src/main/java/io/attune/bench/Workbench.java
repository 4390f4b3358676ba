package io.attune.bench;

import io.attune.command.ProgressBar;
import java.nio.file.Path;

/**
 * Where and how long to measure.
 *
 * @param root the checkout
 * @param folder for what the parts write
 * @param rounds how many turns count
 * @param profiles how many a run over everybody has
 */
public record Workbench(Path root, Path folder, int rounds, int profiles, ProgressBar progress) {
    /** How many turns there are, the one for warming up included. */
    public int turns() {
        return rounds + 1;
    }

    /** Whether the turn counts: the first one only warms up. */
    public boolean counts(int turn) {
        return turn > 0;
    }
}
