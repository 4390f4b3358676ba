package io.attune.feature;

import io.attune.definition.DefinitionProblem;
import io.attune.rule.RuleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads measures: those that have a name of their own, and those that stand within a feature. */
final class MeasureReader {

    private static final String HOUR_OF_WEEK = "hour_of_week";
    private static final List<String> KEYS =
            List.of("events", "sources", "filter", "amounts", "value", "by", "sessionGap", "durations");

    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<List<String>, Measure> byContent = new HashMap<>();

    List<Measure> measures() {
        return List.copyOf(measures.values());
    }

    Optional<Measure> named(String name) {
        return Optional.ofNullable(measures.get(name));
    }

    String names() {
        return String.join(", ", measures.keySet());
    }

    /** Reads a measure; one that says the same as another within a feature is the same. */
    void define(Entry entry) {
        Measure measure = read(entry);
        if (measures.putIfAbsent(measure.name(), measure) != null) {
            entry.report("name", "the measure " + measure.name() + " is defined twice");
        }
        byContent.putIfAbsent(content(entry), measure);
    }

    /** The measure that a feature names or holds; empty when there is none, which is reported. */
    Optional<Measure> of(Entry feature) {
        if (feature.has("measure") == feature.has("events")) {
            feature.report(
                    feature.has("measure") ? "measure" : "aggregation",
                    "name either a measure or events; the measures are " + names());
            return Optional.empty();
        }
        if (feature.has("events")) {
            return Optional.of(byContent.computeIfAbsent(content(feature), any -> within(feature)));
        }
        KEYS.stream()
                .filter(feature::has)
                .forEach(
                        key -> feature.report(key, "belongs to the measure " + feature.text("measure") + ", not here"));
        return known(feature, "measure", feature.text("measure"));
    }

    /** The measure of a name; empty when there is none, which is reported. */
    Optional<Measure> known(Entry entry, String key, String name) {
        Optional<Measure> measure = named(name);
        if (measure.isEmpty()) {
            entry.report(key, "there is no measure " + name + "; there are " + names());
        }
        return measure;
    }

    private Measure within(Entry feature) {
        Measure measure = read(feature);
        if (measures.putIfAbsent(measure.name(), measure) != null) {
            feature.report("name", "a measure is called " + measure.name() + " as well; call one of them otherwise");
        }
        return measure;
    }

    private static List<String> content(Entry entry) {
        return KEYS.stream().map(key -> entry.node().path(key).toString()).toList();
    }

    private static Measure read(Entry entry) {
        Optional<EventFilter> filter = entry.has("filter") ? filter(entry) : Optional.empty();
        Measure measure = new Measure(
                entry.text("name"),
                entry.texts("events"),
                entry.texts("sources"),
                filter,
                quantity(entry),
                grouping(entry),
                entry.duration("sessionGap"),
                entry.node().path("durations").asBoolean(false));
        List<String> exclusive = new ArrayList<>();
        List.of("amounts", "value", "durations", "by").stream()
                .filter(key -> entry.has(key) && !entry.text(key).equals("false"))
                .forEach(exclusive::add);
        if (exclusive.size() > 1) {
            entry.report(exclusive.get(1), "cannot stand beside " + exclusive.get(0));
        }
        if (measure.durations() && measure.sessionGap().isEmpty()) {
            entry.report("durations", "needs a sessionGap, such as PT30M: only runs of events have a length");
        }
        if (measure.sessionGap().isPresent() && (measure.grouped() || entry.has("value"))) {
            entry.report("sessionGap", "counts runs of events, which have no key and no value");
        }
        return measure;
    }

    private static Quantity quantity(Entry entry) {
        if (entry.has("value")) {
            return new Quantity.Property(PropertyPath.of(entry.text("value")));
        }
        return entry.node().path("amounts").asBoolean(false) ? new Quantity.Amount() : new Quantity.None();
    }

    private static Grouping grouping(Entry entry) {
        if (!entry.has("by")) {
            return new Grouping.None();
        }
        return entry.text("by").equals(HOUR_OF_WEEK)
                ? new Grouping.HourOfWeek()
                : new Grouping.Property(PropertyPath.of(entry.text("by")));
    }

    private static Optional<EventFilter> filter(Entry entry) {
        Path file = entry.file().file();
        String pointer = entry.pointer() + "/filter";
        try {
            return Optional.of(EventFilter.compile(
                    file.toString(),
                    Files.readString(file),
                    entry.file().lines().getOrDefault(pointer, 1),
                    entry.text("filter")));
        } catch (RuleException e) {
            entry.problems()
                    .add(new DefinitionProblem(
                            file,
                            e.line(),
                            pointer.substring(1),
                            "does not compile\n" + e.getMessage(),
                            Optional.of("\"event.properties.store == 'Lyon' && event.amount >= 50\"")));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
