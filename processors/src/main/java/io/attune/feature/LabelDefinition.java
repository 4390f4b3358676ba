package io.attune.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a model predicts: something of a measure within so many days after the moment.
 *
 * @param threshold in the amounts' currency, for {@link Question#ABOVE}
 */
public record LabelDefinition(Question question, Measure measure, int horizonDays, double threshold) {
    private static final double UNITS = 10_000;
    private static final double MILLISECONDS_OF_A_DAY = 86_400_000.0;

    /** What is asked of the days after the moment. */
    public enum Question {
        /** Whether nothing happens. */
        ABSENT,
        /** Whether something happens. */
        PRESENT,
        /** What the amounts come to. */
        SUM,
        /** Whether the amounts come to more than the threshold. */
        ABOVE,
        /** After how many days something happens; all of the days when nothing does. */
        DAYS
    }

    /** The end of the days that it looks at. */
    Instant until(Instant moment) {
        return moment.plus(Duration.ofDays(horizonDays));
    }

    /** The answer for a person: 1 for yes and 0 for no, or an amount, or days. */
    double of(List<HistoricActivity> history, Instant moment) {
        List<Activity> counted = history.stream()
                .map(HistoricActivity::activity)
                .filter(measure::counts)
                .filter(activity -> !activity.occurredAt().isBefore(moment)
                        && activity.occurredAt().isBefore(until(moment)))
                .toList();
        double sum = counted.stream().mapToLong(Activity::amount).sum() / UNITS;
        return switch (question) {
            case ABSENT -> counted.isEmpty() ? 1 : 0;
            case PRESENT -> counted.isEmpty() ? 0 : 1;
            case SUM -> sum;
            case DAYS ->
                counted.stream()
                        .map(Activity::occurredAt)
                        .min(Instant::compareTo)
                        .map(at -> Duration.between(moment, at).toMillis() / MILLISECONDS_OF_A_DAY)
                        .orElse((double) horizonDays);
            case ABOVE -> sum > threshold ? 1 : 0;
        };
    }
}
