package io.attune.recommendation;

import io.attune.eventlog.Horizon;
import java.util.List;

/** Every component that can be kept without the people it was learned from. The last one is the baseline. */
final class ShopComponents {
    private static final int MOST_NEIGHBOURS = 3_000;
    private static final int MOST_EASE = 1_500;
    private static final int MOST_LOW_RANK = 800;
    private static final double LONG = 8;
    private static final long SEED = 20260101;

    private ShopComponents() {}

    static List<StoredComponent> learn(Purchases purchases, List<ShopItem> items, Horizon horizon) {
        int today = purchases.moment().day();
        double days = horizon.days();
        int count = items.size();
        return List.of(
                new OwnItems(false, days / 2),
                new OwnItems(false, days * LONG),
                new OwnItems(true, days / 4),
                new Neighbours(Cooccurrence.of(purchases, MOST_NEIGHBOURS), today, days * LONG).stored(count),
                new Ease(Cooccurrence.of(purchases, MOST_EASE), penalty(purchases)).stored(count),
                new Factors(purchases, SEED).stored(),
                LowRank.links(Cooccurrence.of(purchases, MOST_LOW_RANK), count),
                Contents.links(items, days * LONG),
                new Popularity(purchases, (int) Math.max(1, days / 3)).stored(),
                new Popularity(purchases, horizon.days()).stored());
    }

    /** In people: the more there are, the more it takes to hold weights down. */
    private static double penalty(Purchases purchases) {
        long buyers =
                purchases.baskets().stream().filter(basket -> !basket.isEmpty()).count();
        return Math.max(20, Math.min(250, buyers / 10.0));
    }
}
