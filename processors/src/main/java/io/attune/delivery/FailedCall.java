package io.attune.delivery;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;

/** What an exception says of a call that should have sent a message. */
public final class FailedCall {

    // Named rather than imported: they belong to the HTTP client and the circuit breaker, which the domain does not
    // know.
    private static final Set<String> NEVER_LEFT = Set.of(
            "ConnectTimeoutException",
            "ConnectionRequestTimeoutException",
            "HttpHostConnectException",
            "CallNotPermittedException",
            "BulkheadFullException",
            "ThrottlerRejectedExecutionException",
            "RejectedExecutionException");

    private FailedCall() {}

    /** A call that certainly never reached the channel may be repeated; every other may have taken effect. */
    public static Outcome outcome(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (neverLeft(cause)) {
                return new Outcome.Retry(describe(cause));
            }
        }
        return new Outcome.Unknown(describe(failure));
    }

    private static boolean neverLeft(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || NEVER_LEFT.contains(cause.getClass().getSimpleName());
    }

    // Only the class: the message of an HTTP exception can repeat the address, and so a person's number.
    public static String describe(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
