package io.attune.routes.jobs;

/** Stands for any job, by whichever name its route calls it. */
public final class Job {
    private int runs;
    private boolean failing;

    /** Lets every run fail from now on. */
    void fail() {
        failing = true;
    }

    void recover() {
        failing = false;
    }

    /** How many runs did not fail. */
    int runs() {
        return runs;
    }

    public int run() {
        if (failing) {
            throw new IllegalStateException("no database");
        }
        runs++;
        return runs;
    }

    public int tend() {
        return run();
    }

    public int purge() {
        return run();
    }

    public int look() {
        return run();
    }
}
