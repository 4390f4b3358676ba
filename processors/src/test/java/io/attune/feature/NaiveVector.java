package io.attune.feature;

import io.attune.feature.calculation.Abandonments;
import io.attune.feature.calculation.Bin;
import io.attune.feature.calculation.CategoryShare;
import io.attune.feature.calculation.Cell;
import io.attune.feature.calculation.Completions;
import io.attune.feature.calculation.Difference;
import io.attune.feature.calculation.Engagement;
import io.attune.feature.calculation.HourCount;
import io.attune.feature.calculation.Lifetime;
import io.attune.feature.calculation.Population;
import io.attune.feature.calculation.Quantile;
import io.attune.feature.calculation.Ratio;
import io.attune.feature.calculation.Statistic;
import io.attune.feature.calculation.TopCategory;
import io.attune.feature.calculation.Trend;
import io.attune.feature.calculation.Windowed;
import io.attune.lifetime.LifetimeModel;
import io.attune.lifetime.PurchaseHistory;
import io.attune.lifetime.SpendHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The features once more, written without aggregates and without a thought for speed: what the real code must equal. */
final class NaiveVector extends NaiveEvents {
    private final Population population;

    NaiveVector(FeatureDefinitions definitions, List<Activity> events, Instant asOf, Population population) {
        super(definitions, events, asOf);
        this.population = population;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        definitions.features().forEach(feature -> put(feature.name(), values));
        return values;
    }

    private Object put(String name, Map<String, Object> values) {
        if (!values.containsKey(name)) {
            Feature feature = definitions.feature(name).orElseThrow();
            Object value = value(feature, values);
            Object known = value == null ? feature.fallback().orElse(null) : value;
            if (known != null) {
                values.put(name, known);
            }
        }
        return values.get(name);
    }

    private Object value(Feature feature, Map<String, Object> values) {
        if (feature.calculation() instanceof Windowed windowed) {
            return windowed(windowed);
        } else if (feature.calculation() instanceof Trend trend) {
            double now = count(trend.measure(), 0, trend.window());
            double before = count(trend.measure(), trend.window() + 1, 2 * trend.window());
            return now + before == 0 ? null : (now - before) / (now + before);
        } else if (feature.calculation() instanceof TopCategory top) {
            return top(categories(top.measure(), top.window()));
        } else if (feature.calculation() instanceof CategoryShare share) {
            Map<String, Integer> counts = categories(share.measure(), share.window());
            double all = counts.values().stream().mapToInt(Integer::intValue).sum();
            return all == 0 ? null : counts.getOrDefault(share.category().orElse(top(counts)), 0) / all;
        } else if (feature.calculation() instanceof HourCount hours) {
            return (double) counted(hours.measure(), 0, days(hours.window())).stream()
                    .filter(event -> cell(hours, event) == hours.cell())
                    .count();
        } else if (feature.calculation() instanceof Engagement engagement) {
            return engagement(engagement);
        } else if (feature.calculation() instanceof Abandonments carts) {
            return abandoned(carts);
        } else if (feature.calculation() instanceof Completions carts) {
            return completed(carts);
        } else if (feature.calculation() instanceof Ratio ratio) {
            Object above = put(ratio.numerator(), values);
            Object below = put(ratio.denominator(), values);
            return above == null || below == null || (double) below == 0 ? null : (double) above / (double) below;
        } else if (feature.calculation() instanceof Difference difference) {
            Object more = put(difference.minuend(), values);
            Object less = put(difference.subtrahend(), values);
            return more == null || less == null ? null : (double) more - (double) less;
        } else if (feature.calculation() instanceof Bin bin) {
            Object value = put(bin.feature(), values);
            return value == null
                    ? null
                    : 1.0
                            + bin.edges().stream()
                                    .filter(edge -> edge <= (double) value)
                                    .count();
        } else if (feature.calculation() instanceof Quantile quantile) {
            Object value = put(quantile.feature(), values);
            List<Double> bounds = population.quantiles().get(quantile.feature() + "/" + quantile.bins());
            if (value == null || bounds == null) {
                return null;
            }
            double above =
                    bounds.stream().filter(bound -> bound < (double) value).count();
            return quantile.descending() ? quantile.bins() - above : 1 + above;
        } else if (feature.calculation() instanceof Cell cell) {
            List<Object> parts =
                    cell.of().stream().map(part -> put(part, values)).toList();
            return parts.stream().anyMatch(part -> part == null)
                    ? null
                    : parts.stream()
                            .map(part -> part instanceof Double number ? "" + number.longValue() : "" + part)
                            .collect(Collectors.joining("-"));
        } else if (feature.calculation() instanceof Lifetime lifetime) {
            return lifetime(lifetime);
        }
        throw new IllegalArgumentException("no naive way for " + feature);
    }

    private Object windowed(Windowed windowed) {
        Measure measure = definitions.measure(windowed.measure()).orElseThrow();
        List<Activity> counted = counted(windowed.measure(), 0, days(windowed.window()));
        List<List<Activity>> runs = measure.sessionGap().isPresent()
                ? sessions(measure, counted)
                : counted.stream().map(List::of).toList();
        List<BigDecimal> amounts =
                runs.stream().map(run -> amount(measure, run)).toList();
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (windowed.statistic() == Statistic.COUNT) {
            return (double) runs.size();
        } else if (windowed.statistic() == Statistic.SUM) {
            return sum.doubleValue();
        } else if (windowed.statistic() == Statistic.DISTINCT) {
            return (double) categories(windowed.measure(), windowed.window()).size();
        } else if (runs.isEmpty()) {
            return null;
        }
        long first = daysBefore(counted.get(0));
        long last = daysBefore(counted.get(counted.size() - 1));
        return switch (windowed.statistic()) {
            case MEAN -> sum.doubleValue() / runs.size();
            case MAX ->
                amounts.stream().max(Comparator.naturalOrder()).orElseThrow().doubleValue();
            case DAYS_SINCE_LAST -> (double) last;
            case DAYS_SINCE_FIRST -> (double) first;
            case MEAN_INTERVAL -> runs.size() < 2 ? null : (double) (first - last) / (runs.size() - 1);
            default -> throw new IllegalStateException();
        };
    }

    private double engagement(Engagement engagement) {
        double sum = 0;
        for (String measure : engagement.weights().keySet()) {
            Measure counting = definitions.measure(measure).orElseThrow();
            List<Activity> counted = counted(measure, 0, engagement.window());
            List<Activity> starts = counting.sessionGap().isPresent()
                    ? sessions(counting, counted).stream()
                            .map(run -> run.get(0))
                            .toList()
                    : counted;
            for (Activity event : starts) {
                sum += engagement.weights().get(measure)
                        * Math.pow(0.5, (double) daysBefore(event) / engagement.halfLife());
            }
        }
        return sum;
    }

    private double abandoned(Abandonments carts) {
        List<Activity> additions = counted(carts.added(), 0, carts.window());
        List<Activity> orders = counted(carts.ordered(), 0, Integer.MAX_VALUE);
        Set<LocalDate> days = additions.stream().map(NaiveEvents::day).collect(Collectors.toCollection(TreeSet::new));
        return (double) days.stream()
                .map(day -> additions.stream()
                        .filter(addition -> day(addition).equals(day))
                        .map(Activity::occurredAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow())
                .filter(last -> last.plus(carts.within()).isBefore(asOf))
                .filter(last -> orders.stream()
                        .map(Activity::occurredAt)
                        .noneMatch(order -> !order.isBefore(last) && !order.isAfter(last.plus(carts.within()))))
                .count();
    }

    private Object completed(Completions carts) {
        List<Activity> additions = counted(carts.added(), 0, carts.window());
        List<Activity> orders = counted(carts.ordered(), 0, Integer.MAX_VALUE);
        double later = 0;
        double never = 0;
        for (LocalDate day : additions.stream().map(NaiveEvents::day).distinct().toList()) {
            Instant last = additions.stream()
                    .filter(addition -> day(addition).equals(day))
                    .map(Activity::occurredAt)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            List<Activity> inTime = orders.stream()
                    .filter(order -> !order.occurredAt().isBefore(last)
                            && !order.occurredAt().isAfter(last.plus(carts.within())))
                    .toList();
            if (inTime.isEmpty()) {
                never += last.plus(carts.within()).isBefore(asOf) ? 1 : 0;
            } else {
                later += inTime.stream().noneMatch(order -> day(order).equals(day)) ? 1 : 0;
            }
        }
        return later + never == 0 ? null : later / (later + never);
    }

    private Object lifetime(Lifetime lifetime) {
        LifetimeModel model = population.lifetimes().get(lifetime.measure());
        Map<LocalDate, BigDecimal> days = new TreeMap<>();
        counted(lifetime.measure(), 0, Integer.MAX_VALUE)
                .forEach(event -> days.merge(day(event), BigDecimal.valueOf(event.amount(), 4), BigDecimal::add));
        if (model == null || days.isEmpty()) {
            return null;
        }
        List<LocalDate> dates = List.copyOf(days.keySet());
        LocalDate first = dates.get(0);
        int repeats = dates.size() - 1;
        PurchaseHistory history = new PurchaseHistory(
                repeats,
                ChronoUnit.DAYS.between(first, dates.get(repeats)) / 7.0,
                ChronoUnit.DAYS.between(first, LocalDate.ofInstant(asOf, ZoneOffset.UTC)) / 7.0);
        double later = dates.stream()
                .skip(1)
                .map(days::get)
                .mapToDouble(BigDecimal::doubleValue)
                .sum();
        double value = model.valueOfPurchase(
                        later > 0 ? Optional.of(new SpendHistory(repeats, later / repeats)) : Optional.empty())
                .orElse(Double.NaN);
        double expected = model.purchases().expectedPurchases(history, lifetime.horizon() / 7.0);
        return switch (lifetime.output()) {
            case EXPECTED_PURCHASES -> expected;
            case PROBABILITY_ALIVE -> model.purchases().probabilityAlive(history);
            case EXPECTED_VALUE -> value;
            case LIFETIME_VALUE -> expected * value;
        };
    }
}
