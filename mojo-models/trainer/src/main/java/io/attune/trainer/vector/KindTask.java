package io.attune.trainer.vector;

import io.attune.trainer.TrainingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The rows of a frame, parted as for every model: judged are people kept aside, at the last moment; learned from are the
 * others' rows whose labels were known then.
 *
 * @param judgedAt the last moment
 */
public record KindTask(TrainingFrame frame, Instant judgedAt, List<Row> training, List<Row> holdout) {

    /**
     * Parts the rows.
     *
     * @param horizonDays how long after a moment the label looks
     * @param share of the people to keep aside
     * @throws TrainingException when there is nobody on one of the sides
     */
    public static KindTask of(TrainingFrame frame, int horizonDays, double share, long seed) {
        Instant judgedAt = frame.rows().stream()
                .map(Row::asOf)
                .max(Instant::compareTo)
                .orElseThrow(() -> new TrainingException("The frame has no rows: nobody was in the label's group at any"
                        + " moment. Is there enough history?"));
        Instant known = judgedAt.minus(Duration.ofDays(horizonDays));
        List<Row> training = frame.rows().stream()
                .filter(row -> !row.asOf().isAfter(known) && !Split.isAside(row.person(), seed, share))
                .toList();
        List<Row> holdout = frame.rows().stream()
                .filter(row -> row.asOf().equals(judgedAt) && Split.isAside(row.person(), seed, share))
                .toList();
        if (training.size() < 20 || holdout.size() < 20) {
            throw new TrainingException("There are " + training.size() + " rows to learn from and " + holdout.size()
                    + " to judge by, and 20 are needed of each. Export a frame over more people or a longer history");
        }
        return new KindTask(frame, judgedAt, training, holdout);
    }

    /** How the features were spread over the rows that were learned from. */
    public List<FeatureStatistics> statistics(List<String> features) {
        return features.stream()
                .map(feature -> FeatureStatistics.of(feature, frame.column(feature, training)))
                .toList();
    }

    /** For the card. */
    public Map<String, Object> data(String frameDigest, int horizonDays) {
        return Map.of(
                "from",
                training.stream()
                        .map(Row::asOf)
                        .min(Instant::compareTo)
                        .orElseThrow()
                        .toString(),
                "to",
                judgedAt.plus(Duration.ofDays(horizonDays)).toString(),
                "rows",
                training.size(),
                "people",
                training.stream().map(Row::person).distinct().count(),
                "frameDigest",
                frameDigest);
    }
}
