package io.attune.eventlog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers rows into histories. */
final class LogBuilder {
    private static final double MOST_WITHOUT_TIME = 0.5;

    private final Optional<Set<String>> kindsOfActivity;
    private final Map<String, Integer> items = new LinkedHashMap<>();
    private final Map<String, List<Entry>> people = new LinkedHashMap<>();
    private long rows;
    private long withoutPerson;
    private long withoutTime;
    private long withoutValue;
    private long cancellations;

    /** One row of a person. */
    private record Entry(long second, int item, double value, EventKind kind) {}

    /** @param kindsOfActivity the texts of the kind column that are activity; all that take nothing back when absent */
    LogBuilder(Optional<Set<String>> kindsOfActivity) {
        this.kindsOfActivity = kindsOfActivity;
    }

    void withoutPerson() {
        rows++;
        withoutPerson++;
    }

    void withoutTime() {
        rows++;
        withoutTime++;
    }

    void withoutValue() {
        rows++;
        withoutValue++;
    }

    void add(String person, long second, String item, double value, String kindText) {
        rows++;
        EventKind kind = kind(value, kindText);
        cancellations += kind == EventKind.CANCELLATION ? 1 : 0;
        int index = MissingText.is(item) ? -1 : items.computeIfAbsent(item, unseen -> items.size());
        people.computeIfAbsent(person, unseen -> new ArrayList<>())
                .add(new Entry(second, index, Math.abs(value), kind));
    }

    private EventKind kind(double value, String text) {
        if (value < 0 || EventKind.isCancellation(text)) {
            return EventKind.CANCELLATION;
        }
        boolean active = kindsOfActivity.map(kinds -> kinds.contains(text)).orElse(true);
        return active ? EventKind.ACTIVITY : EventKind.OTHER;
    }

    EventLog build(Path file, String timeFormat) {
        if (people.isEmpty()) {
            throw new EventLogException(
                    file + " has no event that could be read: of " + rows + " rows, " + withoutPerson + " name nobody, "
                            + withoutTime + " have no readable time and " + withoutValue + " no readable value");
        }
        requireMostTimes(file, timeFormat);
        List<PersonHistory> histories = new ArrayList<>(people.size());
        people.forEach((person, entries) -> histories.add(history(person, entries)));
        long first =
                histories.stream().mapToLong(history -> history.second(0)).min().orElseThrow();
        long last =
                histories.stream().mapToLong(PersonHistory::lastSecond).max().orElseThrow();
        LogSummary summary = new LogSummary(
                rows,
                withoutPerson,
                withoutTime,
                withoutValue,
                cancellations,
                people.size(),
                items.size(),
                timeFormat,
                Instant.ofEpochSecond(first).toString(),
                Instant.ofEpochSecond(last).toString());
        return new EventLog(histories, new ArrayList<>(items.keySet()), summary);
    }

    /** What is left of a log of which most is lost would teach something else. */
    private void requireMostTimes(Path file, String timeFormat) {
        if (withoutTime > (rows - withoutPerson) * MOST_WITHOUT_TIME) {
            throw new EventLogException(file + ": " + withoutTime + " of " + rows
                    + " rows have a time that is not written as most are, " + timeFormat
                    + "; write all of them in one way");
        }
    }

    private static PersonHistory history(String person, List<Entry> entries) {
        entries.sort(Comparator.comparingLong(Entry::second));
        return new PersonHistory(
                person,
                entries.stream().mapToLong(Entry::second).toArray(),
                entries.stream().mapToInt(Entry::item).toArray(),
                entries.stream().mapToDouble(Entry::value).toArray(),
                entries.stream().map(Entry::kind).toArray(EventKind[]::new));
    }
}
