package io.attune.card;

import java.util.List;

/**
 * A feature as the page shows it.
 *
 * @param type in words
 * @param summary its figures in words
 * @param missing the share of the rows without a value
 * @param names of the bins or levels, as many as {@code counts}
 * @param counts rows by bin or level
 */
public record FeatureRow(
        String name, String type, String summary, double missing, List<String> names, List<Long> counts) {
    public FeatureRow {
        names = List.copyOf(names);
        counts = List.copyOf(counts);
    }
}
