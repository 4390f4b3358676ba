package io.attune.eventlog;

/** An event log, or what was said about it, that cannot be used; the message says what was found and what to do. */
public final class EventLogException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EventLogException(String message) {
        super(message);
    }

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
