package io.attune.trainer.learning;

import java.io.PrintStream;

/** Tells the person who waits how far the training is. */
public final class Progress {
    private final PrintStream out;
    private final long started = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void show(String stage, long done, long total) {
        say(stage + " " + done + " of " + total);
    }

    public void say(String line) {
        out.printf("%6.1f s  %s%n", seconds(), line);
        out.flush();
    }

    public double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }
}
