package io.attune.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges a model by the messages that came after a moment. Used by one thread. */
final class Judge {
    private final SendTimeModel model;
    private final Instant asOf;
    private final Instant until;
    private int people;
    private int openings;
    private int hits;
    private int populationHits;
    private int sentHits;
    private long hours;
    private double loss;
    private double populationLoss;

    Judge(SendTimeModel model, Instant asOf, Instant until) {
        this.model = model;
        this.asOf = asOf;
        this.until = until;
    }

    /** Empty when nobody opened anything. */
    Optional<SendTimeJudgement> judge(List<Reader> readers) {
        int everybody = bestClock(model.rates());
        for (Reader reader : readers) {
            if (!reader.asOf(asOf).messages().isEmpty()) {
                judge(reader, everybody);
            }
        }
        return openings == 0
                ? Optional.empty()
                : Optional.of(new SendTimeJudgement(
                        asOf.toString(),
                        people,
                        openings,
                        (double) hits / openings,
                        (double) populationHits / openings,
                        everybody,
                        (double) sentHits / openings,
                        loss / hours,
                        populationLoss / hours));
    }

    private void judge(Reader reader, int everybody) {
        double[] rates = model.of(Tally.of(reader, asOf, model.halfLifeDays()));
        int best = bestClock(rates);
        List<ReceivedMessage> later = reader.between(asOf, until);
        people += later.isEmpty() ? 0 : 1;
        for (ReceivedMessage message : later) {
            ReceivedMessage known = message.asOf(until);
            lose(known, reader, rates);
            known.openedAt().ifPresent(opened -> {
                int clock = WeekHour.of(opened, reader.zone()).hour();
                openings++;
                hits += within(best, clock) ? 1 : 0;
                populationHits += within(everybody, clock) ? 1 : 0;
                sentHits += Duration.between(message.deliveredAt(), opened).toHours() < model.windowHours() ? 1 : 0;
            });
        }
    }

    private void lose(ReceivedMessage message, Reader reader, double[] rates) {
        int last = Tally.hoursWaited(message, until);
        boolean opens = message.openedAt().isPresent() && last < Tally.LONGEST_WAIT;
        WeekHour first = WeekHour.of(message.deliveredAt(), reader.zone());
        for (int hour = 0; hour <= last; hour++) {
            boolean opened = opens && hour == last;
            int index = first.plus(hour).index();
            loss -= Math.log(opened ? rates[index] : 1 - rates[index]);
            populationLoss -= Math.log(opened ? model.rates()[index] : 1 - model.rates()[index]);
            hours++;
        }
    }

    private boolean within(int hour, int clock) {
        return Math.floorMod(clock - hour, WeekHour.DAY) < model.windowHours();
    }

    /** The hour of the day whose window holds most openings, over the days of the week. */
    private int bestClock(double[] rates) {
        double[] chances = model.chances(rates);
        double[] ofClock = new double[WeekHour.DAY];
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            ofClock[hour % WeekHour.DAY] += chances[hour];
        }
        int best = 0;
        for (int clock = 1; clock < WeekHour.DAY; clock++) {
            best = ofClock[clock] > ofClock[best] ? clock : best;
        }
        return best;
    }
}
