package io.attune.recommendation;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What everybody bought until a moment.
 *
 * @param moment what is known
 * @param items how many items the log names
 * @param baskets of each person of the log, in its order; empty for who had bought nothing
 * @param buyers how many people bought each item
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record Purchases(Moment moment, int items, List<Basket> baskets, int[] buyers) {

    static Purchases of(EventLog log, Moment moment) {
        return of(log, moment, log.items().size());
    }

    /** As {@link #of(EventLog, Moment)}, with items besides that the log does not name. */
    static Purchases of(EventLog log, Moment moment, int items) {
        List<Basket> baskets =
                log.people().stream().map(person -> Basket.of(person, moment)).toList();
        int[] buyers = new int[items];
        baskets.forEach(basket -> basket.distinct().forEach(item -> buyers[item]++));
        return new Purchases(moment, buyers.length, baskets, buyers);
    }

    /** The items that most people bought, at most so many, and none that a single person bought. */
    int[] mostBought(int most) {
        return IntStream.range(0, items)
                .filter(item -> buyers[item] > 1)
                .boxed()
                .sorted(Comparator.comparingInt((Integer item) -> -buyers[item]).thenComparing(item -> item))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
