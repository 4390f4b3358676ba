package io.attune.delivery;

/** Writes the message of a delivery. Thread-safe. */
@FunctionalInterface
public interface MessageComposer {

    /**
     * What this person will read.
     *
     * @throws UncomposableException when the campaign or its template cannot give a message for this person
     */
    Content compose(Claim claim);
}
