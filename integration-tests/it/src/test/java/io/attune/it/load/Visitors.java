package io.attune.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.it.environment.Environment;
import java.time.Clock;
import java.util.UUID;

/** Single people who tell the shop their name, agree to e-mail, and order. Thread-safe. */
public final class Visitors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Environment environment;
    private final Clock clock;

    public Visitors(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /** Somebody of this first name signs up for mail and orders; answers the address, which nobody else has. */
    public String signUp(String firstName) {
        String user = "visitor-" + UUID.randomUUID();
        String email = user + "@example.org";
        send("identify", identification(user, email, firstName));
        send("track", order(user));
        return email;
    }

    private ObjectNode identification(String user, String email, String firstName) {
        ObjectNode event = event(user);
        event.putObject("traits").put("email", email).put("firstName", firstName);
        event.putObject("context")
                .putObject("consent")
                .putObject("categoryPreferences")
                .put("email_marketing", true);
        return event;
    }

    private ObjectNode order(String user) {
        ObjectNode event = event(user).put("event", "Order Completed");
        event.putObject("properties")
                .put("order_id", "order-of-" + user)
                .put("total", 24.9)
                .put("currency", "EUR")
                .putArray("products")
                .addObject()
                .put("product_id", "P-1")
                .put("name", "Kettle")
                .put("category", "kitchen")
                .put("quantity", 1)
                .put("price", 24.9)
                .put("url", "https://shop.example.org/kettle");
        return event;
    }

    private ObjectNode event(String user) {
        return JSON.createObjectNode()
                .put("messageId", UUID.randomUUID().toString())
                .put("userId", user)
                .put("timestamp", clock.instant().toString());
    }

    private void send(String call, ObjectNode event) {
        assertThat(TrackingClient.of(environment).post(call, event).statusCode())
                .isEqualTo(200);
    }
}
