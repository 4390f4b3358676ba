package io.attune.sandbox.standin;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a stand-in shall misbehave.
 *
 * @param operation a regular expression found in the operation's name, such as {@code POST .*Messages.json}; empty = every one
 * @param times how many requests it befalls; a negative number = until it is cleared
 * @param share of the matching requests that it befalls, 0 to 1, drawn evenly (every second one for 0.5)
 * @param status HTTP status of {@link Kind#STATUS}
 * @param delay of {@link Kind#LATENCY}
 */
public record Fault(Kind kind, String operation, int times, double share, int status, Duration delay) {
    /** What goes wrong. */
    public enum Kind {
        /** The answer comes late. */
        LATENCY,
        /** An error status, and nothing was done. */
        STATUS,
        /** The connection breaks, and nothing was done. */
        DROP_BEFORE,
        /** The connection breaks after the request took effect. */
        DROP_AFTER,
        /** Every second item of a batch is refused; the answer is a success. */
        PARTIAL,
        /** The request takes effect, and its answer waits until it is released. */
        HOLD
    }

    public Fault {
        Pattern.compile(operation);
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("share must be above 0 and at most 1, not " + share);
        }
        if (kind == Kind.STATUS && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("status must be from 400 to 599, not " + status);
        }
    }

    public static Fault once(Kind kind) {
        return new Fault(kind, "", 1, 1, 503, Duration.ZERO);
    }

    public static Fault status(int status) {
        return new Fault(Kind.STATUS, "", 1, 1, status, Duration.ZERO);
    }

    public static Fault latency(Duration delay) {
        return new Fault(Kind.LATENCY, "", -1, 1, 503, delay);
    }

    public Fault times(int number) {
        return new Fault(kind, operation, number, share, status, delay);
    }

    public Fault always() {
        return times(-1);
    }

    public Fault on(String pattern) {
        return new Fault(kind, pattern, times, share, status, delay);
    }

    public Fault forShare(double part) {
        return new Fault(kind, operation, times, part, status, delay);
    }

    boolean concerns(String name) {
        return operation.isEmpty() || Pattern.compile(operation).matcher(name).find();
    }
}
