package io.attune.delivery;

/** A message that cannot be written; the delivery fails with this reason and nothing is sent. */
public class UncomposableException extends RuntimeException {

    public UncomposableException(String reason) {
        super(reason);
    }

    public UncomposableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
