package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** At what hours of the day things are done: moves a time within its local day to an hour that is usual for it. */
final class Hours {
    /** Shops are open from nine to eight. */
    static final Hours SHOP = new Hours(0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 6, 8, 7, 5, 5, 6, 8, 10, 8, 4, 0, 0, 0, 0);

    static final Hours WEB = new Hours(1, 0, 0, 0, 0, 1, 2, 4, 4, 4, 4, 5, 7, 5, 4, 4, 5, 6, 7, 9, 11, 11, 7, 3);

    private final double[] weights;

    Hours(double... weights) {
        this.weights = weights.clone();
    }

    Instant on(double day, Window window, ZoneId zone, Dice dice) {
        Instant exact = window.at(day);
        LocalDate date = exact.atZone(zone).toLocalDate();
        Instant usual = date.atTime(dice.weighted(weights), dice.below(60), dice.below(60))
                .atZone(zone)
                .toInstant()
                .plusMillis(dice.below(1000));
        return usual.isBefore(window.start()) ? exact : usual;
    }
}
