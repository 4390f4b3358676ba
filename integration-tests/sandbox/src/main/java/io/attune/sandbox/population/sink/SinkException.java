package io.attune.sandbox.population.sink;

/** A sink could not take what the population did; the message says which sink and what to look at. */
public final class SinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SinkException(String message, Throwable cause) {
        super(message, cause);
    }

    public SinkException(String message) {
        super(message);
    }
}
