package io.attune.bench.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.sink.WebEventSink;
import java.util.ArrayList;
import java.util.List;

/** What a population leaves behind, as the hub's polls and topics hand it over. Not thread-safe. */
final class Traces implements WebEventSink {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> contacts = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<String> sales = new ArrayList<>();

    Sinks sinks() {
        return new Sinks(
                written -> written.forEach(contact -> contacts.add(text(contact))),
                this,
                written -> written.forEach(sale -> sales.add(text(sale))));
    }

    @Override
    public void send(WebEvent event) {
        events.add(event.json());
    }

    @Override
    public void flush() {
        // Everything is here already.
    }

    private static String text(Contact contact) {
        try {
            return JSON.writeValueAsString(contact.fields());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As the poll of the tills reads it. */
    private static String text(Sale sale) {
        ObjectNode row = JSON.createObjectNode()
                .put("sale_id", sale.id())
                .put("receipt", sale.receipt())
                .put("kind", sale.kind())
                .put("store", sale.store())
                .put("sold_at", sale.soldAt().toString())
                .put("utc_offset_minutes", sale.utcOffsetMinutes())
                .put("total", sale.total())
                .put("currency", sale.currency())
                .put("updated_at", sale.updatedAt().toString());
        sale.refundOf().ifPresent(id -> row.put("refund_of", id));
        sale.loyaltyId().ifPresent(id -> row.put("loyalty_id", id));
        sale.phone().ifPresent(phone -> row.put("phone", phone));
        ArrayNode lines = row.putArray("lines");
        sale.lines()
                .forEach(line -> lines.addObject()
                        .put("line", line.line())
                        .put("item", line.item())
                        .put("name", line.name())
                        .put("category", line.category())
                        .put("quantity", line.quantity())
                        .put("price", line.price()));
        return row.toString();
    }
}
