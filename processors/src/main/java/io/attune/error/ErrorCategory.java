package io.attune.error;

/** Who can mend an error. */
public enum ErrorCategory {
    /** Whoever configures the hub: a file, a key, a definition. */
    USER,
    /** Whoever sent the record: it will fail again as long as it stays the same. */
    DATA,
    /** A system outside: trying again later may succeed. */
    EXTERNAL,
    /** Nobody but Attune's developers. */
    INTERNAL
}
