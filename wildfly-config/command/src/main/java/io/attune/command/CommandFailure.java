package io.attune.command;

/** A failure that the person at the terminal can mend: what was found, and what to do. Its message is all that is printed. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        super(message);
    }

    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
