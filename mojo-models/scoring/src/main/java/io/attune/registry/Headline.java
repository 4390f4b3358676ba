package io.attune.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.scoring.ModelCard;
import java.util.Optional;

/**
 * The one figure that a version is judged by, on rows that it did not learn from, beside the same of a naive rule: {@code
 * metrics.headline} of its card.
 *
 * @param metric its name, such as {@code auc}
 * @param higherIsBetter whether more of it is better
 * @param rows that were judged
 * @param asOf the moment of judgement; empty where there is none
 * @param baseline the naive rule in words
 * @param baselineValue the metric of that rule on the same rows
 * @param mayBeChance whether the rows are too few to tell a lead over that rule from chance; false where the card does not say
 */
public record Headline(
        String metric,
        double value,
        boolean higherIsBetter,
        long rows,
        String asOf,
        String baseline,
        double baselineValue,
        boolean mayBeChance) {

    /** A figure whose lead is not known to be chance. */
    public Headline(
            String metric,
            double value,
            boolean higherIsBetter,
            long rows,
            String asOf,
            String baseline,
            double baselineValue) {
        this(metric, value, higherIsBetter, rows, asOf, baseline, baselineValue, false);
    }

    /** What a card says; empty for cards that do not. */
    public static Optional<Headline> of(ModelCard card) {
        JsonNode headline = card.metrics().path("headline");
        return headline.path("metric").isTextual() && headline.path("value").isNumber()
                ? Optional.of(new Headline(
                        headline.path("metric").asText(),
                        headline.path("value").asDouble(),
                        headline.path("higherIsBetter").asBoolean(true),
                        headline.path("rows").asLong(),
                        headline.path("asOf").asText(""),
                        headline.path("baseline").asText(),
                        headline.path("baselineValue").asDouble(Double.NaN),
                        headline.path("lead").isObject()
                                && !(headline.path("lead").path("low").asDouble() > 0)))
                : Optional.empty();
    }

    /** Whether it is better than the naive rule. */
    public boolean beaten() {
        return higherIsBetter ? value > baselineValue : value < baselineValue;
    }

    /** Whether it is at least as good as another value of the same metric. */
    public boolean notBelow(double other) {
        return higherIsBetter ? value >= other : value <= other;
    }
}
