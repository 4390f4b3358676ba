package io.attune.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model puts in the place of features that are missing, as its definition asked and its training rows gave: the card's
 * {@code imputations}, a number by feature. Whether a row may be scored is decided before, by what is really there. Immutable.
 */
final class Imputations {
    private final List<String> inputs;
    /** NaN for an input that stays missing. */
    private final double[] values;
    /** Most models put none, and every score asks. */
    private final boolean none;

    /** @param inputs the names of a row's values, in their order */
    Imputations(ModelCard card, List<String> inputs) {
        this.inputs = inputs;
        JsonNode named = card.document().path("imputations");
        this.values = inputs.stream()
                .mapToDouble(input ->
                        named.path(input).isNumber() ? named.path(input).doubleValue() : Double.NaN)
                .toArray();
        this.none = Arrays.stream(values).allMatch(Double::isNaN);
    }

    /** Fills a row in place. */
    void fill(double[] row) {
        for (int input = 0; input < row.length; input++) {
            if (Double.isNaN(row[input])) {
                row[input] = values[input];
            }
        }
    }

    /** The features of a row that {@link #fill} would give a value. */
    List<String> of(double[] row) {
        if (none) {
            return List.of();
        }
        return IntStream.range(0, row.length)
                .filter(input -> Double.isNaN(row[input]) && !Double.isNaN(values[input]))
                .mapToObj(inputs::get)
                .toList();
    }
}
