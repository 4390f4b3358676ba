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
 */
record Basket(List<Integer> items, List<Integer> days, Set<Integer> distinct) {

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
        Set<Long> seen = new HashSet<>();
        for (int event = start; event < end; event++) {
            int item = person.item(event);
            int day = person.day(event);
            if (person.kind(event) == EventKind.ACTIVITY && item >= 0 && seen.add(((long) day << 32) | item)) {
                items.add(item);
                days.add(day);
                distinct.add(item);
            }
        }
        return new Basket(items, days, distinct);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    int size() {
        return items.size();
    }
}
