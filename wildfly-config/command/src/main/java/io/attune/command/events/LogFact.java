package io.attune.command.events;

import io.attune.eventlog.LogSummary;

/** A log in half a sentence, for a card. */
final class LogFact {
    private LogFact() {}

    static String of(LogSummary log) {
        return log.rows() + " rows of " + log.people() + " people"
                + (log.items() == 0 ? "" : " with " + log.items() + " items") + ", " + log.first() + " to "
                + log.last();
    }
}
