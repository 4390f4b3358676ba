package io.attune.sandbox.population.answer;

import java.time.Instant;

/**
 * How a person's answer reaches the hub: the stand-in tells it as the real channel would, by its webhooks. The time is that of
 * the population.
 */
public interface Answers {
    /** An e-mail was opened. */
    void open(Message message, Instant at);

    /** The first link of an e-mail was followed. */
    void click(Message message, Instant at);

    /** The reader unsubscribed by the link in an e-mail. */
    void unsubscribe(Message message, Instant at);

    /** A text message was answered with STOP. */
    void stop(Message message, Instant at);
}
