package io.attune.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Attune beside a baseline, measured in turns: the values at one index are of the same round.
 *
 * @param subject what was measured, such as {@code profile route}
 * @param unit of both series, such as {@code records/s}
 * @param baseline what the other series is, in a few words
 */
public record Comparison(String subject, String unit, List<Double> attune, String baseline, List<Double> theirs) {
    public Comparison {
        attune = List.copyOf(attune);
        theirs = List.copyOf(theirs);
        if (attune.size() != theirs.size() || attune.isEmpty()) {
            throw new IllegalArgumentException(
                    subject + ": " + attune.size() + " rounds beside " + theirs.size() + " of the baseline");
        }
    }

    /** Attune's value divided by the baseline's, round by round. */
    public Spread ratio() {
        return Spread.of(IntStream.range(0, attune.size())
                .mapToObj(round -> attune.get(round) / theirs.get(round))
                .toList());
    }
}
