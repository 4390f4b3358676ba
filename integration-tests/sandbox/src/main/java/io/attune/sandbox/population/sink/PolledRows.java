package io.attune.sandbox.population.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a population wrote, as the hub's polls read it: each row one JSON object, without what it does not have. */
public final class PolledRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolledRows() {}

    /** As Salesforce answers. */
    public static String contact(Contact contact) {
        try {
            return JSON.writeValueAsString(contact.fields());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and truth values are always JSON", impossible);
        }
    }

    /** As the database of the tills does, the lines within the sale. */
    public static String sale(Sale sale) {
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
