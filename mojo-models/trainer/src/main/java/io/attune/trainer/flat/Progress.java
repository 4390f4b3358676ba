package io.attune.trainer.flat;

import java.io.PrintStream;

/** Tells the person who waits how far the training is. */
final class Progress {
    private final PrintStream out;
    private final long started = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void show(String stage, long done, long total) {
        say(stage + " " + done + " of " + total);
    }

    void say(String line) {
        out.printf("%6.1f s  %s%n", seconds(), line);
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }
}
