package io.attune.eventlog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All that was read of a log: a history for each person, in the order in which people appear. Immutable. */
public final class EventLog {
    private final List<PersonHistory> people;
    private final List<String> items;
    private final LogSummary summary;

    EventLog(List<PersonHistory> people, List<String> items, LogSummary summary) {
        this.people = Collections.unmodifiableList(new ArrayList<>(people));
        this.items = Collections.unmodifiableList(new ArrayList<>(items));
        this.summary = summary;
    }

    public List<PersonHistory> people() {
        return people;
    }

    /** The names of the items, at the index that histories give. */
    public List<String> items() {
        return items;
    }

    public LogSummary summary() {
        return summary;
    }

    /** The last moment of any event, in seconds since 1970; 0 for an empty log. */
    public long lastSecond() {
        return people.stream().mapToLong(PersonHistory::lastSecond).max().orElse(0);
    }

    /** The first moment of any event, in seconds since 1970; 0 for an empty log. */
    public long firstSecond() {
        return people.stream().mapToLong(person -> person.second(0)).min().orElse(0);
    }
}
