package io.attune.eventmodel;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * At which moments a log is looked at, so that nothing is learned from the time by which it is judged: the labels that are
 * learned from end where the judgement begins.
 *
 * @param learned the moments whose labels end before the judgement, the latest first; empty when there is no judgement
 * @param judged the moment of the judgement, when the log is long enough for one
 * @param kept the moments that the model in use learns from, the latest first: all whose labels are known as of the moment
 */
public record ActivityMoments(List<Moment> learned, Optional<Moment> judged, List<Moment> kept) {
    private static final int MOST = 8;
    private static final int STEPS_A_HORIZON = 6;
    private static final int LEAST_HISTORY = 3;
    /** A log often ends on a day without business. */
    private static final double NEARLY_COVERED = 0.9;

    private static final long DAY = 86_400;

    public ActivityMoments {
        learned = List.copyOf(learned);
        kept = List.copyOf(kept);
    }

    /**
     * Chooses the moments. Where the log goes on for the horizon after the moment, that is the judgement; else it lies one
     * horizon before.
     *
     * @throws EventLogException when no moment has a history before and a known label after it, or the log ends long before the
     *     moment
     */
    public static ActivityMoments of(EventLog log, Moment asOf, Horizon horizon) {
        requireKnown(log, asOf, horizon);
        int first = Math.toIntExact(Math.floorDiv(log.firstSecond(), DAY));
        List<Moment> kept = before(asOf, first, horizon);
        if (kept.isEmpty()) {
            throw new EventLogException("The log begins on " + Moment.endOf(first) + ": before " + asOf
                    + " there is no moment with some history before it and " + horizon
                    + " after it to learn from. Choose a shorter horizon or a later moment");
        }
        if (covers(log, asOf, horizon)) {
            return new ActivityMoments(kept, Optional.of(asOf), kept);
        }
        Moment earlier = asOf.plusDays(-horizon.days());
        List<Moment> learned = before(earlier, first, horizon);
        return learned.isEmpty()
                ? new ActivityMoments(List.of(), Optional.empty(), kept)
                : new ActivityMoments(learned, Optional.of(earlier), kept);
    }

    /** Days of which the log tells nothing would count as days on which nobody did anything. */
    private static void requireKnown(EventLog log, Moment asOf, Horizon horizon) {
        long last = Math.floorDiv(log.lastSecond(), DAY);
        if (asOf.day() - last > Math.max(1, horizon.days() * (1 - NEARLY_COVERED))) {
            throw new EventLogException("The log ends on " + Moment.endOf(last) + ", before the moment " + asOf
                    + ": choose one with --as-of of which the log tells, until then or earlier");
        }
    }

    /** Whether the log tells nearly all of what happened within the horizon after a moment. */
    public static boolean covers(EventLog log, Moment asOf, Horizon horizon) {
        long covered = Math.floorDiv(log.lastSecond(), DAY) - asOf.day();
        return covered >= horizon.days() * NEARLY_COVERED;
    }

    private static List<Moment> before(Moment until, int first, Horizon horizon) {
        int step = Math.max(1, horizon.days() / STEPS_A_HORIZON);
        int history = Math.max(1, horizon.days() / LEAST_HISTORY);
        List<Moment> moments = new ArrayList<>();
        for (Moment moment = until.plusDays(-horizon.days());
                moments.size() < MOST && moment.day() - first >= history;
                moment = moment.plusDays(-step)) {
            moments.add(moment);
        }
        return moments;
    }
}
