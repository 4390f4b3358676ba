package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.feature.calculation.Abandonments;
import io.attune.feature.calculation.Bin;
import io.attune.feature.calculation.Calculation;
import io.attune.feature.calculation.CategoryShare;
import io.attune.feature.calculation.Cell;
import io.attune.feature.calculation.Completions;
import io.attune.feature.calculation.Difference;
import io.attune.feature.calculation.Engagement;
import io.attune.feature.calculation.HourCount;
import io.attune.feature.calculation.Hours;
import io.attune.feature.calculation.Lifetime;
import io.attune.feature.calculation.Quantile;
import io.attune.feature.calculation.Ratio;
import io.attune.feature.calculation.Statistic;
import io.attune.feature.calculation.TopCategory;
import io.attune.feature.calculation.Trend;
import io.attune.feature.calculation.Windowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes calculations of the features of a file. */
final class CalculationReader {

    private static final int WITHIN_AT_LEAST = 1;

    private final MeasureReader measures;

    CalculationReader(MeasureReader measures) {
        this.measures = measures;
    }

    /** The calculations by the names of their features: one, or one for each cell of a histogram. None when something is wrong. */
    Map<String, Calculation> read(Entry entry) {
        Aggregation aggregation = Aggregation.named(entry.text("aggregation"));
        int before = entry.problems().size();
        checkKeys(entry, aggregation);
        Optional<Measure> measure = aggregation.readsMeasure() ? measures.of(entry) : Optional.empty();
        measure.ifPresent(found -> check(entry, "measure", found, aggregation.needs()));
        if (entry.problems().size() > before) {
            return Map.of();
        }
        String name = measure.map(Measure::name).orElse("");
        if (aggregation == Aggregation.HOUR_HISTOGRAM) {
            return histogram(entry, name);
        }
        return calculation(entry, aggregation, name)
                .map(calculation -> Map.of(entry.text("name"), calculation))
                .orElse(Map.of());
    }

    private Optional<Calculation> calculation(Entry entry, Aggregation aggregation, String measure) {
        return switch (aggregation) {
            case COUNT, SUM, MEAN, MAX, DISTINCT, DAYS_SINCE_LAST, DAYS_SINCE_FIRST, MEAN_INTERVAL ->
                Optional.of(new Windowed(measure, Statistic.named(aggregation.text()), entry.days("window")));
            case TREND -> Optional.of(new Trend(measure, entry.days("window").getAsInt()));
            case TOP_CATEGORY -> Optional.of(new TopCategory(measure, entry.days("window")));
            case SHARE_OF_CATEGORY ->
                Optional.of(new CategoryShare(
                        measure,
                        entry.days("window"),
                        entry.has("category") ? Optional.of(entry.text("category")) : Optional.empty()));
            case ABANDONMENTS -> carts(entry, measure, Abandonments::new);
            case COMPLETIONS -> carts(entry, measure, Completions::new);
            case EXPECTED_PURCHASES, PROBABILITY_ALIVE, EXPECTED_VALUE, LIFETIME_VALUE ->
                Optional.of(new Lifetime(
                        measure,
                        Lifetime.Output.named(aggregation.text()),
                        entry.days("horizon").orElse(0)));
            case ENGAGEMENT -> engagement(entry);
            case RATIO -> of(entry, 2).map(of -> new Ratio(of.get(0), of.get(1)));
            case DIFFERENCE -> of(entry, 2).map(of -> new Difference(of.get(0), of.get(1)));
            case QUANTILE ->
                of(entry, 1)
                        .map(of -> new Quantile(
                                of.get(0),
                                entry.node().path("bins").asInt(),
                                entry.node().path("descending").asBoolean(false)));
            case BIN -> bin(entry);
            case CELL -> Optional.of(new Cell(List.copyOf(entry.texts("of"))));
            case HOUR_HISTOGRAM -> throw new IllegalStateException("a histogram is many features");
        };
    }

    private static Map<String, Calculation> histogram(Entry entry, String measure) {
        Hours hours = Hours.named(entry.text("hours"));
        Map<String, Calculation> cells = new LinkedHashMap<>();
        for (int cell : hours.cells()) {
            cells.put(hours.name(entry.text("name"), cell), new HourCount(measure, entry.days("window"), hours, cell));
        }
        return cells;
    }

    /** What became of carts, by the measures that fill and end them, the time in which an order ends one, and the window. */
    @FunctionalInterface
    private interface CartCalculation {
        Calculation of(String added, String ordered, Duration within, int window);
    }

    private Optional<Calculation> carts(Entry entry, String added, CartCalculation calculation) {
        int within = entry.days("within").getAsInt();
        if (within < WITHIN_AT_LEAST) {
            entry.report("within", "a cart is left after a day at the earliest, such as P1D");
            return Optional.empty();
        }
        return measures.known(entry, "orders", entry.text("orders"))
                .filter(ordered -> check(entry, "orders", ordered, Aggregation.Needs.COUNTS))
                .map(ordered -> calculation.of(
                        added,
                        ordered.name(),
                        entry.duration("within").orElseThrow(),
                        entry.days("window").getAsInt()));
    }

    private Optional<Calculation> engagement(Entry entry) {
        Map<String, Double> weights = new HashMap<>();
        entry.node()
                .path("weights")
                .properties()
                .forEach(weight -> measures.known(entry, "weights/" + weight.getKey(), weight.getKey())
                        .filter(measure ->
                                check(entry, "weights/" + weight.getKey(), measure, Aggregation.Needs.COUNTS))
                        .ifPresent(measure ->
                                weights.put(measure.name(), weight.getValue().asDouble())));
        return Optional.of(new Engagement(
                weights, entry.days("halfLife").getAsInt(), entry.days("window").getAsInt()));
    }

    private static Optional<Calculation> bin(Entry entry) {
        List<Double> edges = new ArrayList<>();
        entry.node().path("edges").forEach(edge -> edges.add(edge.asDouble()));
        if (!edges.equals(edges.stream().sorted().distinct().toList())) {
            entry.report("edges", "must ascend");
        }
        return of(entry, 1).map(of -> new Bin(of.get(0), edges));
    }

    private static Optional<List<String>> of(Entry entry, int size) {
        List<String> of = new ArrayList<>();
        entry.node().path("of").forEach(item -> of.add(item.asText()));
        if (of.size() != size) {
            entry.report(
                    "of",
                    entry.text("aggregation") + " reads " + size + " feature" + (size == 1 ? "" : "s") + ", not "
                            + of.size());
            return Optional.empty();
        }
        return Optional.of(of);
    }

    private static void checkKeys(Entry entry, Aggregation aggregation) {
        for (Map.Entry<String, JsonNode> field : entry.node().properties()) {
            if (!aggregation.keys().contains(field.getKey())) {
                entry.report(
                        field.getKey(),
                        "means nothing to the aggregation " + aggregation.text() + ", which takes "
                                + aggregation.keys());
            }
        }
        for (String key : aggregation.required()) {
            if (!entry.has(key)) {
                entry.report("aggregation", aggregation.text() + " needs " + key);
            }
        }
    }

    private static boolean check(Entry entry, String key, Measure measure, Aggregation.Needs needs) {
        Optional<String> problem = switch (needs) {
            case COUNTS, NO_MEASURE -> grouped(measure);
            case AMOUNTS -> grouped(measure).or(() -> sumless(measure));
            case KEYS ->
                measure.grouped()
                        ? Optional.<String>empty()
                        : Optional.of("counts by nothing; give it by: products.category, for example");
            case HOURS ->
                measure.byHour()
                        ? Optional.<String>empty()
                        : Optional.of("does not count by hours; give it by: hour_of_week");
        };
        problem.ifPresent(message ->
                entry.report(entry.has(key) ? key : "aggregation", "the measure " + measure.name() + " " + message));
        return problem.isEmpty();
    }

    private static Optional<String> grouped(Measure measure) {
        return measure.grouped()
                ? Optional.of("counts an event once for each key; this needs a measure without by")
                : Optional.empty();
    }

    private static Optional<String> sumless(Measure measure) {
        return measure.amounts()
                ? Optional.empty()
                : Optional.of("does not add up amounts; give it amounts: true, or a value");
    }
}
