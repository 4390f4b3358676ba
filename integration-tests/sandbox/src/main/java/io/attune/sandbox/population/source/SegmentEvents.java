package io.attune.sandbox.population.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.population.behaviour.Line;
import io.attune.sandbox.population.catalogue.Item;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Identity;
import io.attune.sandbox.population.sink.WebEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes web events as Segment's libraries do. Stateless and safe for use by several threads. */
final class SegmentEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> USER_AGENTS = List.of(
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36");

    private SegmentEvents() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /**
     * The part that all events have.
     *
     * @param type {@code track}, {@code page} or {@code identify}
     */
    static ObjectNode event(String type, Optional<String> userId, Optional<String> anonymousId, Instant at, Dice dice) {
        ObjectNode event = object();
        event.put("type", type);
        event.put("messageId", "attune-" + dice.hexadecimal(24));
        userId.ifPresent(id -> event.put("userId", id));
        anonymousId.ifPresent(id -> event.put("anonymousId", id));
        Instant sent = at.plusMillis(20 + dice.below(2000));
        event.put("timestamp", at.toString());
        event.put("originalTimestamp", at.toString());
        event.put("sentAt", sent.toString());
        event.put("receivedAt", sent.plusMillis(30 + dice.below(400)).toString());
        return event;
    }

    /** The context that the library in a browser adds. */
    static ObjectNode browserContext(Identity identity, int device) {
        ObjectNode context = object();
        context.set("library", object().put("name", "analytics.js").put("version", "next-1.81.0"));
        context.put("timezone", identity.place().zone().getId());
        context.put(
                "locale", identity.place().language() + "-" + identity.place().country());
        context.put("userAgent", USER_AGENTS.get(device % USER_AGENTS.size()));
        return context;
    }

    static ObjectNode product(Item item) {
        ObjectNode product = object();
        product.put("product_id", item.id());
        product.put("name", item.name());
        product.put("category", item.category());
        product.put("price", item.price());
        product.put("url", item.url());
        product.put("image_url", item.imageUrl());
        return product;
    }

    static ObjectNode order(String orderId, BigDecimal total, List<Line> lines) {
        ObjectNode order = object();
        order.put("order_id", orderId);
        order.put("total", total);
        order.put("revenue", total);
        order.put("currency", "EUR");
        ArrayNode products = order.putArray("products");
        for (Line line : lines) {
            products.add(product(line.item()).put("price", line.price()).put("quantity", line.quantity()));
        }
        return order;
    }

    static WebEvent written(ObjectNode event) {
        try {
            return new WebEvent(
                    event.get("messageId").asText(),
                    text(event, "userId"),
                    text(event, "anonymousId"),
                    Instant.parse(event.get("timestamp").asText()),
                    event.path("traits").has("firstName"),
                    JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values can always be written", e);
        }
    }

    private static Optional<String> text(ObjectNode event, String name) {
        return Optional.ofNullable(event.get(name)).map(JsonNode::asText);
    }
}
