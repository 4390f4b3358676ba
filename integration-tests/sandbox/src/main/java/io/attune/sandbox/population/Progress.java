package io.attune.sandbox.population;

/** Told how far a long piece of work has come, for progress bars. Called from the thread that does the work. */
@FunctionalInterface
public interface Progress {
    /**
     * Takes note of how far the work has come.
     *
     * @param stage what is being done, in a word or two
     * @param done how much of it; never falls within a stage
     * @param total of how much; fixed within a stage
     */
    void report(String stage, long done, long total);

    static Progress none() {
        return (stage, done, total) -> {};
    }
}
