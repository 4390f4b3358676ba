package io.attune.it.identity;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.HubClient;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.load.TrackingClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Two visitors of a web shop who share a name and a town and nothing else, so that somebody should look: the first also says when
 * they were born and where they live, ordered twice and agreed to e-mail; the second ordered once and agreed to nothing.
 */
record LookAlikes(Environment environment, String visitor, String given, String family, String city, String birth) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String first() {
        return visitor + "-1";
    }

    String second() {
        return visitor + "-2";
    }

    /** Sends what both do, and waits until the hub asks about the two. */
    UUID arrive() {
        arrive(first(), true, 2);
        arrive(second(), false, 1);
        return await().atMost(Duration.ofSeconds(60))
                .until(this::waiting, Optional::isPresent)
                .orElseThrow();
    }

    /** The second says the same once more, and now as much as the first. */
    void sayMore() {
        ArrayNode batch = JSON.createArrayNode();
        batch.add(identify(second(), true, false));
        send(batch);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> profile(second())
                        .path("attributes")
                        .path("birth_date")
                        .asText()
                        .equals(birth));
    }

    private void arrive(String who, boolean whole, int orders) {
        ArrayNode batch = JSON.createArrayNode();
        batch.add(identify(who, whole, whole));
        for (int order = 0; order < orders; order++) {
            ObjectNode event = event("track", who).put("event", "Order Completed");
            event.putObject("properties")
                    .put("order_id", who + "-" + order)
                    .put("total", 20)
                    .put("currency", "EUR");
            batch.add(event);
        }
        send(batch);
        await().atMost(Duration.ofSeconds(60)).until(() -> find(who).isPresent());
    }

    private ObjectNode identify(String who, boolean whole, boolean agrees) {
        ObjectNode event = event("identify", who);
        ObjectNode traits = event.putObject("traits").put("firstName", given).put("lastName", family);
        ObjectNode address = traits.putObject("address").put("city", city).put("country", "GB");
        if (whole) {
            traits.put("birthday", birth);
            address.put("postalCode", "LS1 4AP");
        }
        event.putObject("context")
                .putObject("consent")
                .putObject("categoryPreferences")
                .put("email_marketing", agrees);
        return event;
    }

    private static ObjectNode event(String type, String who) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("messageId", who + "-" + UUID.randomUUID())
                .put("anonymousId", who)
                .put("timestamp", Instant.now(Clock.systemUTC()).toString());
    }

    private void send(ArrayNode batch) {
        int status = TrackingClient.of(environment)
                .post("batch", JSON.createObjectNode().set("batch", batch))
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("the batch was answered " + status);
        }
    }

    /** The match of the two that waits for a decision. */
    Optional<UUID> waiting() {
        Optional<JsonNode> one = find(first());
        Optional<JsonNode> other = find(second());
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Set<String> both = Set.of(
                one.get().path("profile").asText(), other.get().path("profile").asText());
        for (JsonNode match : officer().get("/v1/matches?limit=10000")) {
            if (both.contains(match.at("/first/profile").asText())
                    && both.contains(match.at("/second/profile").asText())) {
                return Optional.of(UUID.fromString(match.path("id").asText()));
            }
        }
        return Optional.empty();
    }

    /** What is known of a visitor. */
    JsonNode profile(String who) {
        return find(who).orElseThrow();
    }

    UUID id(String who) {
        return UUID.fromString(profile(who).path("profile").asText());
    }

    private Optional<JsonNode> find(String who) {
        JsonNode found = officer().get("/v1/profiles?kind=anonymous_id&value=" + who);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.path(0));
    }

    private HubClient officer() {
        return environment.client(Role.PRIVACY);
    }
}
