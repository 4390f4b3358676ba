package io.attune.delivery;

/** How one attempt to send a message ended. */
public sealed interface Outcome {

    /** The channel took it, and calls it {@code messageId}. */
    record Sent(String messageId) implements Outcome {}

    /** The channel will never take it. */
    record Failed(String reason) implements Outcome {}

    /** The channel refuses this address for good: it is suppressed from now on. */
    record Refused(String reason) implements Outcome {}

    /** The channel certainly did not take it, and may later. */
    record Retry(String reason) implements Outcome {}

    /** Nobody knows whether the channel took it: it is reconciled, and never sent again before that. */
    record Unknown(String reason) implements Outcome {}
}
