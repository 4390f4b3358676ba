package io.attune.bench.scoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A contestant that computes the same inputs over and over, a second at a turn. Not thread-safe. */
final class Turns<I> {
    private static final long TURN = Duration.ofSeconds(1).toNanos();

    private final List<I> inputs;
    private final ToDoubleFunction<I> computation;
    private final double sum;
    private final List<Double> perSecond = new ArrayList<>();

    Turns(List<I> inputs, ToDoubleFunction<I> computation) {
        this.inputs = new ArrayList<>(inputs);
        this.computation = computation;
        this.sum = pass();
    }

    /** What one pass over all inputs adds up to. */
    double sum() {
        return sum;
    }

    void take(boolean counts) {
        long start = System.nanoTime();
        long passes = 0;
        long elapsed;
        do {
            // Looked at, so that no compiler may leave the work out.
            if (pass() != sum) {
                throw new IllegalStateException("the same inputs added up to something else");
            }
            passes++;
            elapsed = System.nanoTime() - start;
        } while (elapsed < TURN);
        if (counts) {
            perSecond.add(passes * inputs.size() * 1e9 / elapsed);
        }
    }

    List<Double> perSecond() {
        return perSecond;
    }

    private double pass() {
        double total = 0;
        for (I input : inputs) {
            total += computation.applyAsDouble(input);
        }
        return total;
    }
}
