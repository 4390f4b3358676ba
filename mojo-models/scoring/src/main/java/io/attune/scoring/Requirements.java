package io.attune.scoring;

import java.util.List;
import java.util.Optional;

/** What a card asks of a row. No model says a word when it scores a row of nothing but NaN, so it is checked before. */
final class Requirements {
    private final ModelCard card;
    private final List<String> inputs;
    private final int[] required;

    /** @param inputs the names of a row's values, in their order */
    Requirements(ModelCard card, List<String> inputs) {
        this.card = card;
        this.inputs = inputs;
        required = card.requiredFeatures().stream()
                .mapToInt(inputs::indexOf)
                .filter(input -> input >= 0)
                .toArray();
    }

    /** Why a row gets no score; empty when it gets one. */
    Optional<String> refusal(double[] row) {
        for (int input : required) {
            if (Double.isNaN(row[input])) {
                return Optional.of(inputs.get(input) + " is missing, and " + card.model() + " requires it");
            }
        }
        int present = present(row);
        if (present < card.minimumFeatures()) {
            return Optional.of("only " + present + " of the " + row.length + " features are present, and "
                    + card.model() + " needs " + card.minimumFeatures());
        }
        return Optional.empty();
    }

    private static int present(double[] row) {
        int present = 0;
        for (double value : row) {
            if (!Double.isNaN(value)) {
                present++;
            }
        }
        return present;
    }
}
