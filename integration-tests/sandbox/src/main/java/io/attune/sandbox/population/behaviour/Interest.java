package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.person.Browsing;
import java.util.OptionalDouble;

/**
 * How much somebody still cares about the shop, from 1 to nearly 0. It is whole until some weeks before they drop
 * out, falls to three tenths by then, and halves on and on afterwards, down to a residual. That is what lets visits and
 * opened mails tell a slow buyer from a lost one, which the time since the last purchase alone cannot.
 */
final class Interest {
    private static final double AT_DROP_OUT = 0.3;

    private final Browsing browsing;
    private final OptionalDouble droppedOutDay;

    Interest(Browsing browsing, OptionalDouble droppedOutDay) {
        this.browsing = browsing;
        this.droppedOutDay = droppedOutDay;
    }

    double on(double day) {
        if (droppedOutDay.isEmpty()) {
            return 1;
        }
        double sinceDropOut = day - droppedOutDay.getAsDouble();
        if (sinceDropOut <= -browsing.waningDays()) {
            return 1;
        }
        if (sinceDropOut <= 0) {
            return AT_DROP_OUT - (1 - AT_DROP_OUT) * sinceDropOut / browsing.waningDays();
        }
        double left = AT_DROP_OUT * StrictMath.pow(2, -sinceDropOut / browsing.halfLifeDays());
        return Math.max(browsing.residual(), left);
    }
}
