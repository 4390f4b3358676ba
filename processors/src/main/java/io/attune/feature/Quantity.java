package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/** What a measure adds up of each event, in ten-thousandths; an event that has none of it is not counted. */
sealed interface Quantity {

    OptionalLong of(Activity activity);

    /** Nothing: events are only counted. */
    record None() implements Quantity {
        @Override
        public OptionalLong of(Activity activity) {
            return OptionalLong.of(0);
        }
    }

    /** The amount of money of an event; 0 where it has none. */
    record Amount() implements Quantity {
        @Override
        public OptionalLong of(Activity activity) {
            return OptionalLong.of(activity.amount());
        }
    }

    /** Numbers among its properties, added up. */
    record Property(PropertyPath path) implements Quantity {

        /** A number beyond this cannot be meant, and a sum of such could not be held. */
        private static final BigDecimal BEYOND = BigDecimal.valueOf(1_000_000_000_000L);

        @Override
        public OptionalLong of(Activity activity) {
            List<JsonNode> numbers = path.in(activity.properties()).stream()
                    .filter(JsonNode::isNumber)
                    .filter(number -> number.decimalValue().abs().compareTo(BEYOND) < 0)
                    .toList();
            return numbers.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(
                            numbers.stream().mapToLong(Property::tenThousandths).sum());
        }

        private static long tenThousandths(JsonNode number) {
            return number.decimalValue()
                    .setScale(4, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValueExact();
        }
    }
}
