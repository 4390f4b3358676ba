package io.attune.command;

import io.attune.error.AttuneException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shows how far rows are on their way, and how many go in a second: on a terminal as a bar, elsewhere as a line every five seconds.
 * Not thread-safe.
 */
final class RowProgress {
    private static final long TELL_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final Optional<ProgressBar> bar;
    private final PrintWriter lines;
    private final LongSupplier nanos;
    private Optional<Long> total = Optional.empty();
    private String shown = "";
    private long start;
    private long last;
    private long told;

    /**
     * Begins to count the time.
     *
     * @param bar where there is a terminal
     * @param lines takes the lines where there is none; never what a scheduler reads as the result
     */
    RowProgress(Optional<ProgressBar> bar, PrintWriter lines, LongSupplier nanos) {
        this.bar = bar;
        this.lines = lines;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
        this.told = last;
    }

    /** For a command whose result may be JSON: then the standard output belongs to that alone. */
    static RowProgress of(PrintWriter errors, boolean json) {
        Optional<ProgressBar> bar = json || !Boolean.getBoolean("attune.terminal")
                ? Optional.empty()
                : Optional.of(ProgressBar.onStandardOutput());
        return new RowProgress(bar, errors, System::nanoTime);
    }

    /** Asks how many rows there will be, where a bar needs that. Where a database cannot say, there are lines instead of a bar. */
    void expect(Supplier<Long> rows) {
        try {
            total = bar.map(drawn -> rows.get());
        } catch (AttuneException uncounted) {
            // What is wrong with the query itself is told when it is read; not every one can be counted.
            lines.println("the rows cannot be counted, so that their share is not shown: " + uncounted.getMessage());
            lines.flush();
        }
    }

    /**
     * Shows how many rows of something are done.
     *
     * @param what a table or a source: the rows of each are counted from 0, and its rate by itself
     */
    void show(String what, long rows) {
        if (!what.equals(shown)) {
            shown = what;
            start = last;
        }
        last = nanos.getAsLong();
        if (bar.isPresent() && total.isPresent()) {
            // Rows that came after they were counted are among them.
            bar.get().show(what, rows, Math.max(rows, total.get()), rate(rows));
        } else if (last - told >= TELL_EVERY_NANOS) {
            told = last;
            lines.printf(Locale.ROOT, "%s: %,d rows, %s%n", what, rows, rate(rows));
            lines.flush();
        }
    }

    private String rate(long rows) {
        double seconds = Math.max(1e-3, (last - start) / 1e9);
        return String.format(Locale.ROOT, "%,.0f a second", rows / seconds);
    }
}
