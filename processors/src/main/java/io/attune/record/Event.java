package io.attune.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened.
 *
 * @param type name in Segment's vocabulary, see {@link EventType}
 * @param amount in {@code currency}; of a refund too it is positive
 * @param currency ISO 4217
 * @param properties a JSON object; treat it as immutable
 */
public record Event(
        RecordHeader header, String type, Optional<BigDecimal> amount, Optional<String> currency, JsonNode properties)
        implements SourceRecord {
    public Event {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(properties, "properties");
    }
}
