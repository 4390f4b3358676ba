package io.attune.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How often a message lay unopened in each hour of the week, and how often it was opened then; a message counts half after a
 * half-life. An opening also counts a little for the hours beside its own, since nobody reads by the stroke of the clock.
 *
 * @param opened messages opened, by hour of the week
 * @param waited messages that were there to be opened, by hour of the week
 */
@SuppressWarnings("ArrayRecordComponent") // filled by this class, read in this package only
record Tally(double[] opened, double[] waited) {
    /** Whoever did not open a message within two days hardly will. */
    static final int LONGEST_WAIT = 48;

    private static final double BESIDE = 0.25;

    Tally() {
        this(new double[WeekHour.COUNT], new double[WeekHour.COUNT]);
    }

    /** What is known of somebody at a moment. */
    static Tally of(Reader reader, Instant asOf, double halfLifeDays) {
        Tally tally = new Tally();
        Reader known = reader.asOf(asOf);
        for (ReceivedMessage message : known.messages()) {
            double days = Duration.between(message.deliveredAt(), asOf).toMinutes() / 1440.0;
            tally.add(message, known, asOf, Math.pow(0.5, days / halfLifeDays));
        }
        return tally;
    }

    void add(Tally other) {
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            opened[hour] += other.opened[hour];
            waited[hour] += other.waited[hour];
        }
    }

    double messagesOpened() {
        return Arrays.stream(opened).sum();
    }

    private void add(ReceivedMessage message, Reader reader, Instant asOf, double weight) {
        int last = hoursWaited(message, asOf);
        WeekHour first = WeekHour.of(message.deliveredAt(), reader.zone());
        for (int hour = 0; hour <= last; hour++) {
            waited[first.plus(hour).index()] += weight;
        }
        boolean opens = message.openedAt().isPresent() && last < LONGEST_WAIT;
        if (opens) {
            int at = WeekHour.of(message.openedAt().get(), reader.zone()).index();
            opened[at] += weight * (1 - 2 * BESIDE);
            opened[(at + 1) % WeekHour.COUNT] += weight * BESIDE;
            opened[(at + WeekHour.COUNT - 1) % WeekHour.COUNT] += weight * BESIDE;
        }
    }

    /** In how many hours after that of its coming a message was seen unopened, that of the opening included. */
    static int hoursWaited(ReceivedMessage message, Instant asOf) {
        Instant end = message.openedAt().orElse(asOf);
        long hours = Duration.between(message.deliveredAt(), end).toHours();
        return (int) Math.max(0, Math.min(LONGEST_WAIT, hours));
    }
}
