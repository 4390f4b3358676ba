package io.attune.eventlog;

import java.util.Arrays;

/** The events of one person, by time. Immutable; index 0 is the earliest. */
public final class PersonHistory {
    private static final long DAY = 86_400;

    private final String person;
    private final long[] seconds;
    private final int[] items;
    private final double[] values;
    private final EventKind[] kinds;

    PersonHistory(String person, long[] seconds, int[] items, double[] values, EventKind[] kinds) {
        this.person = person;
        this.seconds = seconds;
        this.items = items;
        this.values = values;
        this.kinds = kinds;
    }

    public String person() {
        return person;
    }

    public int size() {
        return seconds.length;
    }

    /** When, in seconds since 1970. */
    public long second(int event) {
        return seconds[event];
    }

    /** On which day, in days since 1970. */
    public int day(int event) {
        return Math.toIntExact(Math.floorDiv(seconds[event], DAY));
    }

    /** With which item, as an index into {@link EventLog#items()}; -1 for none. */
    public int item(int event) {
        return items[event];
    }

    /** For how much; never negative, 0 when the log says nothing. */
    public double value(int event) {
        return values[event];
    }

    public EventKind kind(int event) {
        return kinds[event];
    }

    /** How many of the events are known at a moment: those with an index below this. */
    public int known(Moment moment) {
        int place = Arrays.binarySearch(seconds, moment.end());
        int end = place < 0 ? -place - 1 : place;
        while (end > 0 && seconds[end - 1] >= moment.end()) {
            end--;
        }
        return end;
    }

    /** Whether there is activity from one moment until another. */
    public boolean active(Moment from, Moment until) {
        int end = known(until);
        for (int event = known(from); event < end; event++) {
            if (kinds[event] == EventKind.ACTIVITY) {
                return true;
            }
        }
        return false;
    }

    long lastSecond() {
        return seconds[seconds.length - 1];
    }
}
