package io.attune.frame;

/** A frame that cannot be used; the message names the place, what was found, what is allowed and what to do. */
public final class FrameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FrameException(String message) {
        super(message);
    }

    public FrameException(String message, Throwable cause) {
        super(message, cause);
    }
}
