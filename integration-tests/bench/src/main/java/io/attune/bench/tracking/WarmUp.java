package io.attune.bench.tracking;

import io.attune.command.ProgressBar;

/**
 * Turns that do not count, until a server's work for a request falls no more: a virtual machine that has just started spends half of
 * its time compiling, for minutes, and what it then costs says nothing of a server that has run for a day.
 */
final class WarmUp {
    private static final int LEAST = 3;
    private static final int MOST = 8;
    /** What still falls by more than a twentieth has not settled. */
    private static final double SETTLED = 0.95;

    private WarmUp() {}

    /** One turn of all servers. */
    @FunctionalInterface
    interface Turn {
        /**
         * Takes it.
         *
         * @param name unique among turns
         * @return the work of the server that takes longest to settle
         */
        double take(String name) throws Exception;
    }

    /** Takes turns until the work settles, eight at most. */
    static void take(ProgressBar progress, Turn turn) {
        double least = Double.MAX_VALUE;
        for (int taken = 1; taken <= MOST; taken++) {
            double work = work(turn, "warm-" + taken);
            progress.show("warming up", taken, MOST);
            if (taken >= LEAST && work > least * SETTLED) {
                return;
            }
            least = Math.min(least, work);
        }
    }

    private static double work(Turn turn, String name) {
        try {
            return turn.take(name);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while warming up", interrupted);
        } catch (Exception failed) {
            throw new IllegalStateException("a server could not be warmed up", failed);
        }
    }
}
