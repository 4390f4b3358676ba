package io.attune.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one batch adds to the figures, once it is committed. Not thread-safe while it is made, and not changed after. */
public final class Observation {
    /** A number that a sample takes in. */
    record Figure(FigureKey key, double scaled) {}

    /** A value of a field that may be new. */
    record Category(String source, String field, String value) {}

    final Map<FigureKey, Tally> tallies = new TreeMap<>();
    final List<Figure> numbers = new ArrayList<>();
    final Set<Category> categories = new HashSet<>();

    Tally tally(FigureKey key) {
        return tallies.computeIfAbsent(key, each -> new Tally());
    }
}
