package io.attune.sandbox.population.answer;

import java.util.List;

/** The messages that the stand-ins took from the hub, in the order in which they came. */
@FunctionalInterface
public interface Inbox {
    /** All messages from the one at {@code position} on, counted from 0; empty if there are no more yet. */
    List<Message> from(int position);
}
