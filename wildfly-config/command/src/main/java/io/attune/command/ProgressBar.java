package io.attune.command;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows how far a long job is: on a terminal one line that is drawn over, elsewhere a line at each tenth. Thread-safe.
 */
public final class ProgressBar {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private String stage = "";
    private int shown = -1;

    public ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** A bar on standard output; the {@code attune} script tells whether that is a terminal. */
    public static ProgressBar onStandardOutput() {
        return new ProgressBar(System.out, Boolean.getBoolean("attune.terminal"));
    }

    /** Shows that {@code done} of {@code total} units of a stage are done; a total of 0 counts as all. */
    public void show(String newStage, long done, long total) {
        show(newStage, done, total, "");
    }

    /** As {@link #show(String, long, long)}, with something to say behind it, such as how fast it goes. */
    public synchronized void show(String newStage, long done, long total, String note) {
        int percent = total <= 0 ? 100 : (int) Math.min(100, done * 100 / total);
        int step = terminal ? percent : percent / 10 * 10;
        if (newStage.equals(stage) && step == shown) {
            return;
        }
        finishOther(newStage);
        stage = newStage;
        shown = step;
        draw(percent, done, total, note);
    }

    private void finishOther(String newStage) {
        if (terminal && !stage.isEmpty() && !newStage.equals(stage) && shown < 100) {
            out.println();
        }
    }

    private void draw(int percent, long done, long total, String note) {
        String bar = "█".repeat(percent * WIDTH / 100) + "░".repeat(WIDTH - percent * WIDTH / 100);
        // As wide as notes are, so that a shorter one covers the one before.
        String padded = note.isEmpty() ? "" : String.format(Locale.ROOT, "  %-22s", note);
        String line =
                String.format(Locale.ROOT, "%-38s %s %3d %%  %,d of %,d%s", stage, bar, percent, done, total, padded);
        if (!terminal) {
            out.println(line);
        } else if (percent == 100) {
            out.println("\r" + line);
        } else {
            out.print("\r" + line);
        }
        out.flush();
    }
}
