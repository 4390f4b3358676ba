package io.attune.scoring;

/** Memory of one thread, for one score at a time, so that a score allocates nothing. Not to be kept. */
final class Scratch {

    // Of a thread, not of a model: as large as the largest model needs that the thread has scored.
    private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    private long[] words = new long[0];
    private int[] keys = new int[0];

    private Scratch() {}

    /** The calling thread's, with at least so much room, and with anything in it. */
    static Scratch of(int words, int keys) {
        Scratch scratch = OF_THREAD.get();
        if (scratch.words.length < words) {
            scratch.words = new long[words];
        }
        if (scratch.keys.length < keys) {
            scratch.keys = new int[keys];
        }
        return scratch;
    }

    long[] words() {
        return words;
    }

    int[] keys() {
        return keys;
    }
}
