package io.attune.score;

import java.util.List;

/**
 * Why the champion of a model says what it says of a vector.
 *
 * @param version of the champion
 * @param value what it says of the vector now
 * @param average what the model's trees add up to on average, on the scale of the reasons' contributions
 * @param reasons the largest first
 */
public record Explanation(String version, double value, double average, List<Reason> reasons) {
    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /**
     * The part of one feature (SHAP).
     *
     * @param feature its name
     * @param value as text; {@code unknown} when it is missing
     * @param contribution on the scale on which the trees add up, log-odds for a probability; positive raises the score
     * @param text the same in words
     */
    public record Reason(String feature, String value, double contribution, String text) {}
}
