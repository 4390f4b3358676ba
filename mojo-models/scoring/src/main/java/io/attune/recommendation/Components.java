package io.attune.recommendation;

import io.attune.eventlog.Horizon;
import java.util.List;

/** Every component, learned from what is known at a moment. Windows and half-lives are multiples of the horizon. */
final class Components {
    private static final int MOST_NEIGHBOURS = 6_000;
    private static final int MOST_EASE = 1_500;
    private static final double PENALTY = 250;
    private static final double LONG = 8;
    private static final long SEED = 20260101;

    private Components() {}

    static List<Component> learn(Purchases purchases, Horizon horizon) {
        int today = purchases.moment().day();
        double days = horizon.days();
        return List.of(
                new OwnPurchases(today, days / 2),
                new OwnPurchases(today, days * LONG),
                new Neighbours(Cooccurrence.of(purchases, MOST_NEIGHBOURS), today, days * LONG),
                new Ease(Cooccurrence.of(purchases, MOST_EASE), PENALTY),
                new PeopleAlike(purchases, days / 2),
                new Factors(purchases, SEED),
                new Popularity(purchases, (int) Math.max(1, days / 3)),
                new Popularity(purchases, horizon.days()));
    }
}
