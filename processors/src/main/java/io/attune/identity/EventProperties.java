package io.attune.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.record.Event;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of an event in two parts: those that rules and features read and that name nobody, which are stored in clear, and
 * all others, which are encrypted.
 */
record EventProperties(ObjectNode clear, Optional<ObjectNode> personal) {
    private static final Set<String> CLEAR = Set.of(
            "order_id",
            "checkout_id",
            "products",
            "product_id",
            "sku",
            "category",
            "brand",
            "variant",
            "price",
            "quantity",
            "currency",
            "total",
            "revenue",
            "tax",
            "shipping",
            "discount",
            "coupon",
            "campaign",
            "delivery",
            "path",
            "title",
            "store",
            "receipt",
            "refund_of",
            "link",
            "reason",
            "status",
            "topic",
            "ticket_id",
            "priority",
            "origin",
            "rating",
            // How a text sounds, as a number; the text itself is personal.
            "sentiment");

    /** Names of things; of other events a name may be a person's, and an address may hold one. */
    private static final Set<String> CLEAR_OF_PRODUCTS = Set.of("name", "url", "image_url");

    static EventProperties of(Event event) {
        ObjectNode clear = JsonNodeFactory.instance.objectNode();
        ObjectNode personal = JsonNodeFactory.instance.objectNode();
        boolean product = event.type().startsWith("Product ");
        event.properties().properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            (isClear(name, product) ? clear : personal).set(name, value);
        });
        return new EventProperties(clear, personal.isEmpty() ? Optional.empty() : Optional.of(personal));
    }

    private static boolean isClear(String name, boolean product) {
        return CLEAR.contains(name) || (product && CLEAR_OF_PRODUCTS.contains(name));
    }
}
