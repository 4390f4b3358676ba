package io.attune.score;

import io.attune.score.Explanation.Reason;
import io.attune.scoring.Contributions;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Says in words what moved a model. Computed when asked, since it costs as much as a hundred scores. Thread-safe. */
public final class Explainer {
    private static final int DECIMALS = 2;

    private final ModelRegistry registry;
    private final Supplier<Map<String, String>> descriptions;

    /**
     * Explains what the champions of a registry say.
     *
     * @param descriptions of features, by name
     */
    public Explainer(ModelRegistry registry, Supplier<Map<String, String>> descriptions) {
        this.registry = registry;
        this.descriptions = descriptions;
    }

    /**
     * Why every champion that scores a vector says what it says; one that declines it, or is of a kind that knows no parts, is
     * absent.
     *
     * @param most reasons of each
     */
    public Map<String, Explanation> explain(Map<String, ?> features, int most) {
        Map<String, String> words = descriptions.get();
        Map<String, Explanation> explanations = new TreeMap<>();
        for (Scorer scorer : registry.champions()) {
            explain(scorer, features, most, words)
                    .ifPresent(explanation -> explanations.put(scorer.card().model(), explanation));
        }
        return explanations;
    }

    private static Optional<Explanation> explain(
            Scorer scorer, Map<String, ?> features, int most, Map<String, String> words) {
        double[] row = scorer.row(features);
        if (scorer.refusal(row).isPresent()) {
            return Optional.empty();
        }
        Optional<Contributions> parts = scorer.contributions(row);
        return parts.map(contributions -> {
            List<Reason> reasons = contributions.largest(most).stream()
                    .map(part -> reason(part.getKey(), features.get(part.getKey()), part.getValue(), words))
                    .toList();
            return new Explanation(scorer.card().version(), scorer.answer(row), contributions.bias(), reasons);
        });
    }

    private static Reason reason(String feature, Object value, double contribution, Map<String, String> words) {
        String said = text(value);
        String text = words.getOrDefault(feature, feature) + ": " + said
                + (contribution > 0 ? " (raises the score)" : " (lowers the score)");
        return new Reason(feature, said, contribution, text);
    }

    private static String text(Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return BigDecimal.valueOf(number.doubleValue())
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value instanceof String level ? level : "unknown";
    }
}
