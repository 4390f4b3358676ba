package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.feature.calculation.Hours;
import java.util.Set;
import java.util.stream.Collectors;

/** What a measure counts by: an event counts once for each of its keys, and not at all when it has none. */
sealed interface Grouping {

    Set<String> keys(Activity activity);

    /** Nothing: one key for all. */
    record None() implements Grouping {
        @Override
        public Set<String> keys(Activity activity) {
            return Set.of("");
        }
    }

    /** The hour of the week at the event's own offset from UTC. */
    record HourOfWeek() implements Grouping {
        @Override
        public Set<String> keys(Activity activity) {
            return Set.of(Hours.key(activity.occurredAt(), activity.utcOffsetMinutes()));
        }
    }

    /** Texts, numbers or truths among its properties. */
    record Property(PropertyPath path) implements Grouping {

        private static final int MOST = 100;
        private static final int LONGEST = 200;

        @Override
        public Set<String> keys(Activity activity) {
            return path.in(activity.properties()).stream()
                    .map(JsonNode::asText)
                    .map(String::strip)
                    .filter(key -> !key.isEmpty() && key.length() <= LONGEST)
                    .distinct()
                    .limit(MOST)
                    .collect(Collectors.toSet());
        }
    }
}
