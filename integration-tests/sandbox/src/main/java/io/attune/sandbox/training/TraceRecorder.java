package io.attune.sandbox.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.attune.feature.Activity;
import io.attune.feature.HistoricActivity;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.sink.WebEventSink;
import io.attune.sandbox.population.source.Entity;
import io.attune.sentiment.Sentiment;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the traces of a population as events, as the hub's mappings would make them, by the entity that left them.
 */
final class TraceRecorder implements WebEventSink {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final ObjectMapper json = new ObjectMapper();
    private final Sentiment sentiment = Sentiment.english();
    private final Map<Entity, List<HistoricActivity>> traces = new HashMap<>();
    private final Map<Entity, Long> nodes = new HashMap<>();

    Sinks sinks() {
        return new Sinks(contacts -> {}, this, sales -> sales.forEach(this::record));
    }

    Map<Entity, List<HistoricActivity>> traces() {
        return traces;
    }

    @Override
    public void send(WebEvent event) {
        try {
            JsonNode segment = json.readTree(event.json());
            Entity entity = segment.hasNonNull("userId")
                    ? Entity.user(segment.get("userId").asText())
                    : Entity.anonymous(segment.get("anonymousId").asText());
            JsonNode total = segment.path("properties").path("total");
            record(
                    entity,
                    name(segment),
                    Instant.parse(segment.get("timestamp").asText()),
                    total.isNumber() ? total.decimalValue() : BigDecimal.ZERO,
                    offset(segment),
                    properties(segment));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The population wrote an event that is no JSON", e);
        }
    }

    @Override
    public void flush() {
        // Everything has arrived already.
    }

    private static String name(JsonNode segment) {
        return switch (segment.get("type").asText()) {
            case "track" -> segment.get("event").asText();
            case "page", "screen" -> "Page Viewed";
            default -> "Identified";
        };
    }

    private static int offset(JsonNode segment) {
        String zone = segment.path("context").path("timezone").asText("UTC");
        Instant at = Instant.parse(segment.get("timestamp").asText());
        return ZoneId.of(zone).getRules().getOffset(at).getTotalSeconds() / 60;
    }

    // As much of them as the hub's mapping keeps in clear and features read.
    private JsonNode properties(JsonNode segment) {
        JsonNode told = segment.path("properties");
        ObjectNode properties = json.createObjectNode();
        if (told.path("products").isArray()) {
            properties.set("products", told.get("products"));
        } else if (told.has("product_id")) {
            properties.putArray("products").add(told);
        }
        if (told.has("rating")) {
            properties.set("rating", told.get("rating"));
        }
        sentiment
                .of(told.path("review_body").asText(told.path("text").asText("")))
                .ifPresent(value -> properties.put("sentiment", value));
        return properties;
    }

    private JsonNode properties(Sale sale) {
        ObjectNode properties = json.createObjectNode().put("store", sale.store());
        ArrayNode products = properties.putArray("products");
        sale.lines()
                .forEach(line -> products.addObject()
                        .put("product_id", line.item())
                        .put("category", line.category())
                        .put("quantity", line.quantity()));
        return properties;
    }

    private void record(Sale sale) {
        if (!sale.kind().equals("refund")) {
            record(
                    entity(sale),
                    "Order Completed",
                    sale.soldAt(),
                    sale.total(),
                    sale.utcOffsetMinutes(),
                    properties(sale));
        }
        if (!sale.kind().equals("sale")) {
            String undone = sale.kind().equals("cancelled") ? "Order Cancelled" : "Order Refunded";
            record(entity(sale), undone, sale.soldAt(), sale.total(), sale.utcOffsetMinutes(), properties(sale));
        }
    }

    // By the card, else by a phone number that somebody typed as it is dialled in the country of the shop.
    static Entity entity(Sale sale) {
        return sale.loyaltyId()
                .map(Entity::loyaltyCard)
                .or(() ->
                        sale.phone().flatMap(phone -> phone(phone, sale.store().substring(0, 2))))
                .orElseGet(() -> Entity.receipt(sale.receipt()));
    }

    private static Optional<Entity> phone(String typed, String country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(typed, country);
            return Optional.of(Entity.phone(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private void record(
            Entity entity, String type, Instant at, BigDecimal amount, int utcOffsetMinutes, JsonNode properties) {
        long node = nodes.computeIfAbsent(entity, any -> (long) nodes.size() + 1);
        Activity activity = new Activity(
                node,
                entity.source(),
                type,
                at,
                amount.multiply(TEN_THOUSAND).longValueExact(),
                utcOffsetMinutes,
                properties);
        traces.computeIfAbsent(entity, any -> new ArrayList<>()).add(new HistoricActivity(activity, at, true));
    }
}
