package io.attune.recommendation;

import io.attune.eventlog.EventKind;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person bought until a moment: an entry for each item and day, by time. Immutable.
 *
 * @param items which
 * @param days on which day, in days since 1970
 * @param distinct the items once each
 * @param seen what the person only looked at
 */
record Basket(List<Integer> items, List<Integer> days, Set<Integer> distinct, Touches seen) {

    Basket(List<Integer> items, List<Integer> days, Set<Integer> distinct) {
        this(items, days, distinct, Touches.NONE);
    }

    static Basket of(PersonHistory person, Moment moment) {
        return between(person, 0, person.known(moment));
    }

    /** What was bought after one moment until another. */
    static Basket between(PersonHistory person, Moment from, Moment until) {
        return between(person, person.known(from), person.known(until));
    }

    private static Basket between(PersonHistory person, int start, int end) {
        List<Integer> items = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        Set<Integer> distinct = new HashSet<>();
        Touches looked = new Touches(new ArrayList<>(), new ArrayList<>());
        Set<Long> seen = new HashSet<>();
        for (int event = start; event < end; event++) {
            int item = person.item(event);
            int day = person.day(event);
            if (person.kind(event) == EventKind.ACTIVITY && item >= 0 && seen.add(((long) day << 32) | item)) {
                items.add(item);
                days.add(day);
                distinct.add(item);
            } else if (person.kind(event) == EventKind.OTHER && item >= 0) {
                looked.items().add(item);
                looked.days().add(day);
            }
        }
        return new Basket(items, days, distinct, looked);
    }

    /** The purchases without what was only looked at. */
    Touches touches() {
        return new Touches(items, days);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    int size() {
        return items.size();
    }
}
