package io.attune.sandbox.population.answer;

import java.time.Duration;

/**
 * Something that a person does about a message.
 *
 * @param after how long after the message came, in real life
 */
public record Reaction(Kind kind, Duration after) {
    /** What is done. */
    public enum Kind {
        OPEN,
        CLICK,
        BUY,
        UNSUBSCRIBE
    }
}
