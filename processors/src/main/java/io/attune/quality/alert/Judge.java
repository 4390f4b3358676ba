package io.attune.quality.alert;

import io.attune.quality.alert.Finding.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds a figure against a rule. */
final class Judge {
    /** The median absolute deviation of a normal distribution is this part of its standard deviation. */
    private static final double DEVIATION = 1.482602218505602;

    private static final double LEAST_CHANGE_OF_A_SHARE = 0.01;
    private static final double LEAST_RELATIVE_CHANGE = 0.05;

    private Judge() {}

    /**
     * The worst of what the rule says; absent when it says nothing, for want of history.
     *
     * @param past the same figure in like hours before
     */
    static Optional<Finding> judge(AlertRule rule, double value, List<Double> past) {
        Optional<Finding> worst = Optional.empty();
        if (rule.above().isPresent()) {
            worst = Optional.of(above(rule, value, rule.above().getAsDouble()));
        }
        if (rule.below().isPresent()) {
            worst = worse(worst, below(rule, value, rule.below().getAsDouble()));
        }
        if (rule.change().isPresent() && past.size() >= rule.change().get().minimumHistory()) {
            worst = worse(worst, change(rule, rule.change().get(), value, past));
        }
        return worst;
    }

    private static Optional<Finding> worse(Optional<Finding> one, Finding other) {
        return Optional.of(
                one.filter(found -> found.level().compareTo(other.level()) <= 0).orElse(other));
    }

    private static Finding above(AlertRule rule, double value, double limit) {
        Level level = value > limit
                ? Level.ALARMING
                : value > limit - Math.abs(limit) * rule.margin() ? Level.BETWEEN : Level.CALM;
        return new Finding(level, value, limit, text(rule, value) + ", above " + number(limit));
    }

    private static Finding below(AlertRule rule, double value, double limit) {
        Level level = value < limit
                ? Level.ALARMING
                : value < limit + Math.abs(limit) * rule.margin() ? Level.BETWEEN : Level.CALM;
        return new Finding(level, value, limit, text(rule, value) + ", below " + number(limit));
    }

    private static Finding change(AlertRule rule, AlertRule.Change change, double value, List<Double> past) {
        double median = median(past.stream().mapToDouble(Double::doubleValue).toArray());
        double spread = Math.max(
                DEVIATION
                        * median(past.stream()
                                .mapToDouble(each -> Math.abs(each - median))
                                .toArray()),
                least(rule.figure(), median));
        double z = (value - median) / spread;
        double away = switch (change.direction()) {
            case HIGHER -> z;
            case LOWER -> -z;
            case BOTH -> Math.abs(z);
        };
        Level level = away > change.z()
                ? Level.ALARMING
                : away > change.z() * (1 - rule.margin()) ? Level.BETWEEN : Level.CALM;
        double limit = median + Math.copySign(change.z() * spread, z);
        return new Finding(
                level,
                value,
                limit,
                text(rule, value) + ", where " + past.size() + " like hours before had " + number(median) + " (z "
                        + String.format(Locale.ROOT, "%.1f", z) + ")");
    }

    /** A past without any spread must not make an alert of the next record: counts scatter by their root at least. */
    private static double least(Figure figure, double median) {
        return figure.isShare()
                ? LEAST_CHANGE_OF_A_SHARE
                : Math.max(Math.sqrt(Math.max(median, 1)), LEAST_RELATIVE_CHANGE * median);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static String text(AlertRule rule, double value) {
        String of =
                rule.field().isEmpty() ? "" : " of " + (rule.kind().isEmpty() ? "" : rule.kind() + ".") + rule.field();
        return rule.figure().code() + of + " is " + number(value) + " ("
                + rule.figure().unit() + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
