package io.attune.feature;

import io.attune.feature.calculation.Calculation;
import io.attune.profile.Privacy;
import java.util.Optional;

/**
 * One value of a feature vector.
 *
 * @param aggregation as the definition names it
 * @param fallback its value where the calculation has nothing to say: a Double, or a String where it is categorical
 * @param owner who answers for it; empty when nobody is named
 */
public record Feature(
        String name,
        String description,
        String aggregation,
        Calculation calculation,
        Optional<Object> fallback,
        String owner,
        Privacy privacy) {

    /** Whether its values are categories. */
    public boolean categorical() {
        return calculation.categorical();
    }
}
