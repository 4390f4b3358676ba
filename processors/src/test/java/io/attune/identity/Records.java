package io.attune.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.record.ConsentState;
import io.attune.record.ConsentStatement;
import io.attune.record.CustomerRecord;
import io.attune.record.Event;
import io.attune.record.Identifier;
import io.attune.record.RecordHeader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to write records in tests. */
public final class Records {
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private Records() {}

    public static Event order(String key, String entity, Instant occurredAt, String... identifiers) {
        return new Event(
                header(key, "web", entity, occurredAt, List.of(), identifiers),
                "Order Completed",
                Optional.of(new BigDecimal("12.5000")),
                Optional.of("EUR"),
                JsonNodeFactory.instance.objectNode().put("order_id", key).put("gift_note", "for Ann"));
    }

    public static CustomerRecord contact(
            String key, String entity, Instant occurredAt, Map<String, String> attributes, String... identifiers) {
        return new CustomerRecord(
                header(key, "salesforce", entity, occurredAt, List.of(), identifiers), attributes, false);
    }

    public static CustomerRecord consenting(
            String key, String entity, Instant occurredAt, ConsentState state, String... identifiers) {
        ConsentStatement consent =
                new ConsentStatement("email", "marketing", state, occurredAt, Map.of("form", "footer"));
        return new CustomerRecord(
                header(key, "salesforce", entity, occurredAt, List.of(consent), identifiers), Map.of(), false);
    }

    /** Identifiers are written {@code kind:value}. */
    public static RecordHeader header(
            String key,
            String source,
            String entity,
            Instant occurredAt,
            List<ConsentStatement> consents,
            String... identifiers) {
        return new RecordHeader(
                1,
                key,
                source,
                entity,
                occurredAt,
                0,
                occurredAt.plusSeconds(1),
                false,
                Arrays.stream(identifiers).map(Records::identifier).toList(),
                consents);
    }

    private static Identifier identifier(String text) {
        int colon = text.indexOf(':');
        return new Identifier(text.substring(0, colon), text.substring(colon + 1));
    }
}
