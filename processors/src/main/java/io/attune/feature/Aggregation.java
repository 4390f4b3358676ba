package io.attune.feature;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The aggregations of the definition language, and the keys that each takes beside those of every feature. */
enum Aggregation {
    COUNT(Needs.COUNTS, Set.of(), Set.of("window")),
    SUM(Needs.AMOUNTS, Set.of(), Set.of("window")),
    MEAN(Needs.AMOUNTS, Set.of(), Set.of("window")),
    MAX(Needs.AMOUNTS, Set.of(), Set.of("window")),
    DISTINCT(Needs.KEYS, Set.of(), Set.of("window")),
    DAYS_SINCE_LAST(Needs.COUNTS, Set.of(), Set.of("window")),
    DAYS_SINCE_FIRST(Needs.COUNTS, Set.of(), Set.of("window")),
    MEAN_INTERVAL(Needs.COUNTS, Set.of(), Set.of("window")),
    TREND(Needs.COUNTS, Set.of("window"), Set.of()),
    TOP_CATEGORY(Needs.KEYS, Set.of(), Set.of("window")),
    SHARE_OF_CATEGORY(Needs.KEYS, Set.of(), Set.of("window", "category")),
    HOUR_HISTOGRAM(Needs.HOURS, Set.of("hours"), Set.of("window")),
    ABANDONMENTS(Needs.COUNTS, Set.of("window", "orders", "within"), Set.of()),
    COMPLETIONS(Needs.COUNTS, Set.of("window", "orders", "within"), Set.of()),
    EXPECTED_PURCHASES(Needs.AMOUNTS, Set.of("horizon"), Set.of()),
    PROBABILITY_ALIVE(Needs.AMOUNTS, Set.of(), Set.of()),
    EXPECTED_VALUE(Needs.AMOUNTS, Set.of(), Set.of()),
    LIFETIME_VALUE(Needs.AMOUNTS, Set.of("horizon"), Set.of()),
    ENGAGEMENT(Needs.NO_MEASURE, Set.of("weights", "halfLife", "window"), Set.of()),
    RATIO(Needs.NO_MEASURE, Set.of("of"), Set.of()),
    DIFFERENCE(Needs.NO_MEASURE, Set.of("of"), Set.of()),
    QUANTILE(Needs.NO_MEASURE, Set.of("of", "bins"), Set.of("descending")),
    BIN(Needs.NO_MEASURE, Set.of("of", "edges"), Set.of()),
    CELL(Needs.NO_MEASURE, Set.of("of"), Set.of());

    /** What the measure must be like that it reads. */
    enum Needs {
        NO_MEASURE,
        /** One that counts by nothing. */
        COUNTS,
        /** One that counts by nothing and adds something up. */
        AMOUNTS,
        /** One that counts by something. */
        KEYS,
        /** One that counts by the hour of the week. */
        HOURS
    }

    private static final Set<String> OF_ALL =
            Set.of("name", "description", "aggregation", "default", "owner", "privacy");
    private static final Set<String> OF_MEASURES =
            Set.of("measure", "events", "sources", "filter", "amounts", "value", "by", "sessionGap", "durations");

    private final Needs needs;
    private final ImmutableSet<String> required;
    private final ImmutableSet<String> optional;

    Aggregation(Needs needs, Set<String> required, Set<String> optional) {
        this.needs = needs;
        this.required = ImmutableSet.copyOf(required);
        this.optional = ImmutableSet.copyOf(optional);
    }

    static Aggregation named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Needs needs() {
        return needs;
    }

    boolean readsMeasure() {
        return needs != Needs.NO_MEASURE;
    }

    /** Without these it means nothing. */
    Set<String> required() {
        return new TreeSet<>(required);
    }

    /** Everything that it takes. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        Stream.of(OF_ALL, required, optional, readsMeasure() ? OF_MEASURES : Set.<String>of())
                .forEach(keys::addAll);
        return keys;
    }

    /** As definitions write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<String> names() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(values()).map(Aggregation::text).forEach(names::add);
        return names;
    }
}
