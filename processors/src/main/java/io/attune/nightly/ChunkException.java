package io.attune.nightly;

/** A chunk that was not done; the run takes it up again. */
final class ChunkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChunkException(String message, Throwable cause) {
        super(message, cause);
    }
}
