package io.attune.trainer.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The card of a model of activity.
 *
 * @param kind {@code event-activity}: its vectors come from an event log, so a hub does not serve it
 * @param metrics how it was judged; without a hold-out when the log is too short for one
 */
record EventCard(
        int schema,
        String model,
        String version,
        String kind,
        String algorithm,
        String description,
        String horizon,
        String digest,
        List<String> requiredFeatures,
        int minimumFeatures,
        List<FeatureSpread> features,
        LearnedFrom data,
        Metrics metrics,
        long seed,
        int threads,
        Map<String, String> versions,
        Instant trainedAt) {

    /** What it learned from; the moments are those of its rows. */
    record LearnedFrom(List<String> moments, int rows, long people, int positives) {}

    /** How it was judged. */
    record Metrics(Optional<EventJudgement> holdout) {}

    /**
     * How a feature is spread over the training rows.
     *
     * @param missing rows without a value; the other figures are over those with one
     */
    record FeatureSpread(
            String name,
            long count,
            long missing,
            double minimum,
            double maximum,
            double mean,
            double standardDeviation) {
        static FeatureSpread of(String name, double[] values) {
            double[] present =
                    Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
            DoubleSummaryStatistics summary = Arrays.stream(present).summaryStatistics();
            double squares = Arrays.stream(present)
                    .map(value -> Math.pow(value - summary.getAverage(), 2))
                    .sum();
            return new FeatureSpread(
                    name,
                    present.length,
                    values.length - present.length,
                    present.length == 0 ? 0 : summary.getMin(),
                    present.length == 0 ? 0 : summary.getMax(),
                    summary.getAverage(),
                    present.length == 0 ? 0 : Math.sqrt(squares / present.length));
        }
    }
}
