package io.attune.command.events;

import java.util.Locale;

/** What can be trained from an event log. */
enum EventModelKind {
    /** The probability that a person is active within the horizon. */
    ACTIVITY,
    /** How often a person will buy and for how much: BG/NBD and Gamma–Gamma. */
    LIFETIME_VALUE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
