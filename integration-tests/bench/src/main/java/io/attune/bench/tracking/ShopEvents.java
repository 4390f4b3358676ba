package io.attune.bench.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** Bodies of requests, as a shop's page sends them. Thread-safe. */
final class ShopEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VISITORS = 1_000;

    private final Clock clock;
    private final Random random;

    ShopEvents(Clock clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    /** One look at a product by somebody; about 400 bytes. */
    byte[] look() {
        return bytes(lookOf("visitor-" + random.nextInt(VISITORS)));
    }

    /** A request of {@code POST /v1/batch} with so many looks. */
    byte[] looks(int count) {
        ObjectNode request =
                JSON.createObjectNode().put("sentAt", clock.instant().toString());
        ArrayNode batch = request.putArray("batch");
        for (int event = 0; event < count; event++) {
            batch.add(lookOf("visitor-" + random.nextInt(VISITORS)).put("type", "track"));
        }
        return bytes(request);
    }

    /** Somebody says who they are and agrees to e-mail. */
    byte[] introduction(String user) {
        ObjectNode event = event(user);
        event.putObject("traits").put("email", email(user)).put("firstName", "Ada");
        event.putObject("context")
                .putObject("consent")
                .putObject("categoryPreferences")
                .put("email_marketing", true);
        return bytes(event);
    }

    /** A first order, which makes a welcome due. */
    byte[] order(String user) {
        ObjectNode event = event(user).put("event", "Order Completed");
        ObjectNode properties = event.putObject("properties")
                .put("order_id", "order-of-" + user)
                .put("total", 24.9)
                .put("currency", "EUR");
        properties.putArray("products").add(product().put("quantity", 1));
        return bytes(event);
    }

    static String email(String user) {
        return user + "@example.org";
    }

    private ObjectNode lookOf(String user) {
        ObjectNode event = event(user).put("event", "Product Viewed");
        event.set("properties", product());
        event.putObject("context")
                .put("userAgent", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/128.0")
                .putObject("page")
                .put("path", "/kettles");
        return event;
    }

    private static ObjectNode product() {
        return JSON.createObjectNode()
                .put("product_id", "P-1")
                .put("name", "Kettle")
                .put("category", "kitchen")
                .put("price", 24.9)
                .put("url", "https://shop.example.org/kettle");
    }

    private ObjectNode event(String user) {
        return JSON.createObjectNode()
                .put("messageId", UUID.randomUUID().toString())
                .put("userId", user)
                .put("timestamp", clock.instant().toString());
    }

    private static byte[] bytes(ObjectNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
