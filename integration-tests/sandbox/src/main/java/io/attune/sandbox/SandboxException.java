package io.attune.sandbox;

/** The sandbox could not start, or a part of it failed; the message says what to do. */
public final class SandboxException extends RuntimeException {
    public SandboxException(String message) {
        super(message);
    }

    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
