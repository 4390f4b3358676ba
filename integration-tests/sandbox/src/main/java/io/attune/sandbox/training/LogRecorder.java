package io.attune.sandbox.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.sink.WebEventSink;
import io.attune.sandbox.population.source.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what a population's people had to do with items, and which mail they received and opened, by who left the trace. */
final class LogRecorder implements WebEventSink {
    private final ObjectMapper json = new ObjectMapper();
    private final List<Touch> touches = new ArrayList<>();
    private final Map<String, Mail> mails = new LinkedHashMap<>();
    private final Map<Entity, String> zones = new LinkedHashMap<>();

    /** An item of an order or a view. */
    record Touch(Entity entity, Instant at, String item, String kind) {}

    /** A delivered message. */
    record Mail(Entity entity, Instant deliveredAt, Optional<Instant> openedAt) {}

    Sinks sinks() {
        return new Sinks(contacts -> {}, this, sales -> sales.forEach(this::record));
    }

    List<Touch> touches() {
        return touches;
    }

    List<Mail> mails() {
        return List.copyOf(mails.values());
    }

    /** Where who left the trace lives; empty when it does not say. */
    String zone(Entity entity) {
        return zones.getOrDefault(entity, "");
    }

    @Override
    public void send(WebEvent event) {
        try {
            record(json.readTree(event.json()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The population wrote an event that is no JSON", e);
        }
    }

    @Override
    public void flush() {
        // Everything has arrived already.
    }

    private void record(JsonNode segment) {
        Entity entity = segment.hasNonNull("userId")
                ? Entity.user(segment.get("userId").asText())
                : Entity.anonymous(segment.get("anonymousId").asText());
        Instant at = Instant.parse(segment.get("timestamp").asText());
        JsonNode properties = segment.path("properties");
        if (segment.path("context").hasNonNull("timezone")) {
            zones.put(entity, segment.path("context").path("timezone").asText());
        }
        String kind = segment.path("event").asText();
        switch (kind) {
            case "Product Viewed", "Product Added" ->
                touches.add(new Touch(entity, at, properties.path("product_id").asText(), kind));
            case "Order Completed" ->
                properties
                        .path("products")
                        .forEach(product -> touches.add(
                                new Touch(entity, at, product.path("product_id").asText(), kind)));
            case "Email Delivered" -> mails.put(mail(entity, properties), new Mail(entity, at, Optional.empty()));
            case "Email Opened" ->
                mails.computeIfPresent(
                        mail(entity, properties), (id, mail) -> new Mail(entity, mail.deliveredAt(), Optional.of(at)));
            default -> {
                // Visits and accounts say nothing of items or mail.
            }
        }
    }

    private static String mail(Entity entity, JsonNode properties) {
        return entity + " " + properties.path("email_id").asText();
    }

    private void record(Sale sale) {
        if (sale.kind().equals("sale")) {
            sale.lines()
                    .forEach(line -> touches.add(
                            new Touch(TraceRecorder.entity(sale), sale.soldAt(), line.item(), "Order Completed")));
        }
    }
}
