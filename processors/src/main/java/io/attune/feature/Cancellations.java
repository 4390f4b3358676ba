package io.attune.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A cancelled order never was. The event that says so is of the same entity and source and has the moment of the order, so
 * that both fall into one day; from when the hub knew of it, its {@code receivedAt} tells.
 */
final class Cancellations {
    static final String ORDER = "Order Completed";
    static final String CANCELLED = "Order Cancelled";

    private Cancellations() {}

    /** The types of events that must be read so that some types are counted rightly. */
    static Set<String> with(Set<String> types) {
        if (!types.contains(ORDER)) {
            return types;
        }
        List<String> all = new ArrayList<>(types);
        all.add(CANCELLED);
        return Set.copyOf(all);
    }

    /** The events without the orders that others of them take back. */
    static List<Activity> without(List<Activity> activities) {
        return without(activities, Function.identity());
    }

    /** As {@link #without(List)}, of what carries an event. */
    static <T> List<T> without(List<T> carriers, Function<T, Activity> event) {
        List<Activity> cancelled = carriers.stream()
                .map(event)
                .filter(activity -> activity.type().equals(CANCELLED))
                .toList();
        if (cancelled.isEmpty()) {
            return carriers;
        }
        List<T> kept = new ArrayList<>(carriers);
        for (Activity cancellation : cancelled) {
            order(kept, event, cancellation).ifPresent(kept::remove);
        }
        return kept;
    }

    // Of several at the same moment, the one of the same amount.
    private static <T> Optional<T> order(List<T> kept, Function<T, Activity> event, Activity cancellation) {
        return kept.stream()
                .filter(carrier -> takesBack(cancellation, event.apply(carrier)))
                .min(Comparator.comparingLong(
                                (T carrier) -> Math.abs(event.apply(carrier).amount() - cancellation.amount()))
                        .thenComparingLong(carrier -> event.apply(carrier).amount()));
    }

    private static boolean takesBack(Activity cancellation, Activity activity) {
        return activity.type().equals(ORDER)
                && activity.node() == cancellation.node()
                && activity.source().equals(cancellation.source())
                && activity.occurredAt().equals(cancellation.occurredAt());
    }
}
