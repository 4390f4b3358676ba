package io.attune.quality;

import io.attune.quality.alert.AlertRule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What {@code connectors-config/quality.yaml} says.
 *
 * @param flush how often figures are written: what a node that is killed had not written is missing from them
 * @param keepHours how long figures by hour are kept
 * @param keepDays how long figures by day are kept
 * @param sample how many of the newest values of a field tell outliers
 */
public record QualityDefinition(
        Duration flush,
        Duration keepHours,
        Duration keepDays,
        int sample,
        List<ExpectedFields> expected,
        List<OutlierRule> outliers,
        List<AlertRule> alerts) {
    public QualityDefinition {
        Objects.requireNonNull(flush, "flush");
        Objects.requireNonNull(keepHours, "keepHours");
        Objects.requireNonNull(keepDays, "keepDays");
        expected = List.copyOf(expected);
        outliers = List.copyOf(outliers);
        alerts = List.copyOf(alerts);
    }
}
