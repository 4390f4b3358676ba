package io.attune.it.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** The events of a crowd's shoppers, in Segment's form. Not thread-safe. */
final class ShopperEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Younger than an event may be to trigger anything. */
    private static final Duration OLDEST = Duration.ofHours(12);

    private final String crowd;
    private final Instant now;
    private final Random random;

    ShopperEvents(String crowd, Instant now, Random random) {
        this.crowd = crowd;
        this.now = now;
        this.random = random;
    }

    static boolean beginsAnonymous(int person) {
        return person % 3 == 0;
    }

    static boolean agrees(int person) {
        return person % 5 != 4;
    }

    String email(int person) {
        return crowd + "-" + person + "@example.org";
    }

    /** In E.164; crowds have ranges of their own. */
    String phone(int person) {
        return "+491512%07d".formatted(Math.floorMod(crowd.hashCode(), 9_000) * 1_000 + person);
    }

    WebEvent anonymousVisit(int number, int person) {
        ObjectNode event = event("page", number).put("anonymousId", anonymous(person));
        event.putObject("properties").put("path", "/kettles");
        return keyed(anonymous(person), event);
    }

    WebEvent identify(int number, int person) {
        ObjectNode event = event("identify", number).put("userId", user(person));
        if (beginsAnonymous(person)) {
            event.put("anonymousId", anonymous(person));
        }
        event.putObject("traits")
                .put("email", email(person))
                .put("phone", phone(person))
                .put("firstName", "Name" + person);
        event.putObject("context")
                .putObject("consent")
                .putObject("categoryPreferences")
                .put("email_marketing", agrees(person))
                .put("sms_marketing", agrees(person));
        return keyed(user(person), event);
    }

    WebEvent look(int number, int person) {
        ObjectNode event = event("track", number)
                .put("userId", user(person))
                .put("event", random.nextInt(3) == 0 ? "Product Added" : "Product Viewed");
        event.putObject("properties")
                .put("product_id", "P" + random.nextInt(40))
                .put("name", "Kettle")
                .put("category", "kitchen");
        return keyed(user(person), event);
    }

    WebEvent buy(int number, int person) {
        ObjectNode event = event("track", number).put("userId", user(person)).put("event", "Order Completed");
        event.putObject("properties")
                .put("order_id", crowd + "-order-" + number)
                .put("total", 5 + random.nextInt(20_000) / 100.0)
                .put("currency", "EUR")
                .putArray("products")
                .addObject()
                .put("product_id", "P" + random.nextInt(40))
                .put("name", "Kettle")
                .put("category", "kitchen")
                .put("quantity", 1)
                .put("price", 5);
        return keyed(user(person), event);
    }

    /** Nobody's event: it names neither a user nor a visitor. */
    WebEvent broken(int number) {
        return keyed(crowd + "-nobody", event("track", number).put("event", "Product Viewed"));
    }

    private ObjectNode event(String type, int number) {
        Duration age = Duration.ofMillis(random.nextLong(OLDEST.toMillis()));
        return JSON.createObjectNode()
                .put("type", type)
                .put("messageId", crowd + "-" + number)
                .put("timestamp", now.minus(age).toString());
    }

    private static WebEvent keyed(String key, ObjectNode event) {
        return new WebEvent(key, event.get("messageId").asText(), event);
    }

    private String user(int person) {
        return crowd + "-user-" + person;
    }

    private String anonymous(int person) {
        return crowd + "-visitor-" + person;
    }
}
