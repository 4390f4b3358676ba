package io.attune.eventlog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a first reading of a log tells of how it is written: a time of each day, and the kinds that are purchases. */
final class LogSurvey {
    private static final int MOST_TIMES = 20_000;
    private static final int SHORTEST_DAY = 6;

    private final Map<String, String> times = new LinkedHashMap<>();
    private final Set<String> purchases = new LinkedHashSet<>();

    void add(String time, String kind) {
        if (times.size() < MOST_TIMES && !MissingText.is(time)) {
            times.putIfAbsent(day(time), time);
        }
        if (EventKind.isPurchase(kind)) {
            purchases.add(kind);
        }
    }

    /** A time of each day, in the order in which the days appear: so many times of one day would tell less. */
    Collection<String> times() {
        return times.values();
    }

    /** In a log that knows purchases, only they are activity; elsewhere everything is that is not taken back. */
    Optional<Set<String>> kindsOfActivity() {
        return purchases.isEmpty() ? Optional.empty() : Optional.of(purchases);
    }

    private static String day(String time) {
        for (int end = SHORTEST_DAY; end < time.length(); end++) {
            if (time.charAt(end) == ' ' || time.charAt(end) == 'T') {
                return time.substring(0, end);
            }
        }
        return time;
    }
}
