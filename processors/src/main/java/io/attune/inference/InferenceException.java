package io.attune.inference;

/** A request that gets no answer; the message names the place, what was found and what is allowed. */
public final class InferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private InferenceException(int status, String message) {
        super(message);
        this.status = status;
    }

    static InferenceException badRequest(String message) {
        return new InferenceException(400, message);
    }

    static InferenceException notFound(String message) {
        return new InferenceException(404, message);
    }

    static InferenceException tooLarge(String message) {
        return new InferenceException(413, message);
    }

    /** The HTTP status that the protocol gives it. */
    public int status() {
        return status;
    }
}
