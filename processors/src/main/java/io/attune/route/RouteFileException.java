package io.attune.route;

/** A route file that must not run; the message tells its author what to mend. */
public final class RouteFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public RouteFileException(String message) {
        super(message);
    }

    public RouteFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
