package io.attune.recommendation;

import java.util.Map;

/**
 * How many of the first ten recommended were bought within the horizon, on average over those who bought anything in it and
 * had bought before.
 *
 * @param asOf the moment
 * @param people judged
 * @param precisionAt10 with what one bought before
 * @param precisionAt10NewItems without
 * @param baseline the naive rule to beat: what most bought lately, to everybody
 * @param baselinePrecisionAt10 of that rule, with what one bought before
 * @param baselinePrecisionAt10NewItems of that rule, without
 * @param components what each component reaches alone, by task
 */
public record RecommendationJudgement(
        String asOf,
        int people,
        double precisionAt10,
        double precisionAt10NewItems,
        String baseline,
        double baselinePrecisionAt10,
        double baselinePrecisionAt10NewItems,
        Map<Task, Map<String, Double>> components) {}
