package io.attune.rescore;

/** Told how far a run has come, once a chunk. */
@FunctionalInterface
public interface RescoreProgress {

    /**
     * Takes note.
     *
     * @param done profiles of this run that are committed
     * @param total profiles that were due when the run began; more may become due meanwhile
     */
    void report(long done, long total);
}
