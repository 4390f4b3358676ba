package io.attune.quality;

import java.util.Optional;

/** The newest values of a field. Not thread-safe. */
final class Sample {
    /** So many new values are worth a new look at the whole. */
    private static final int STALE_AFTER = 25;

    private final double[] values;
    private long seen;
    private int unseenBySpread;
    private Optional<Spread> spread = Optional.empty();

    Sample(int capacity) {
        this.values = new double[capacity];
    }

    /** A sample with the newest values of another. */
    static Sample of(int capacity, double[] oldestFirst) {
        Sample sample = new Sample(capacity);
        for (double value : oldestFirst) {
            sample.add(value);
        }
        return sample;
    }

    void add(double value) {
        values[(int) (seen % values.length)] = value;
        seen++;
        unseenBySpread++;
    }

    int size() {
        return (int) Math.min(seen, values.length);
    }

    /** The oldest first. */
    double[] values() {
        double[] ordered = new double[size()];
        for (int place = 0; place < ordered.length; place++) {
            ordered[place] = values[(int) ((seen - ordered.length + place) % values.length)];
        }
        return ordered;
    }

    /** How they lie; absent while there is none. */
    Optional<Spread> spread() {
        if (size() > 0 && (spread.isEmpty() || unseenBySpread >= STALE_AFTER)) {
            spread = Optional.of(Spread.of(values()));
            unseenBySpread = 0;
        }
        return spread;
    }
}
