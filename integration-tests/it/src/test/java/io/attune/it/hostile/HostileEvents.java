package io.attune.it.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A good web event, with one field at a time turned hostile. */
final class HostileEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = """
            {"type": "identify", "messageId": "", "userId": "", "anonymousId": "visitor", "event": "Identified",
             "timestamp": "2026-01-01T00:00:00Z", "originalTimestamp": "2026-01-01T00:00:00Z",
             "sentAt": "2026-01-01T00:00:00Z",
             "traits": {"email": "hostile@example.org", "firstName": "Ada", "lastName": "Byron", "phone": "+15005550011",
                        "birthday": "1990-01-01", "createdAt": "2020-01-01T00:00:00Z", "language": "en",
                        "address": {"street": "Street 1", "city": "Town", "postalCode": "12345", "country": "DE"}},
             "properties": {"order_id": "O-1", "total": 12.5, "currency": "EUR", "path": "/", "campaign": "c",
                            "products": [{"product_id": "P-1", "name": "Kettle", "category": "kitchen", "quantity": 1,
                                          "price": 12.5, "url": "https://example.org/p", "image_url": "https://example.org/i"}]},
             "context": {"timezone": "Europe/Berlin", "locale": "en", "page": {"path": "/"},
                         "consent": {"categoryPreferences": {"email_marketing": false}}}}
            """;
    /** Text that is harmful as a whole, in the place of any field. */
    private static final List<String> STRUCTURES = List.of("null", "[]", "{}", "[[{}]]", "-0", "1e308", "true");

    private HostileEvents() {}

    /**
     * One event for every field and every hostile value; each has a message id of its own, beginning with the name.
     */
    static List<ObjectNode> every(String name) {
        List<ObjectNode> events = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        collect(good(name, 0), "", fields);
        fields.remove("/messageId");
        for (String field : fields) {
            for (String text : Hostility.texts().values()) {
                events.add(with(
                        good(name, events.size()), field, JSON.getNodeFactory().textNode(text)));
            }
            for (String structure : STRUCTURES) {
                events.add(with(good(name, events.size()), field, parse(structure)));
            }
        }
        return events;
    }

    /** A good event whose message id is the name and a number. */
    static ObjectNode good(String name, int number) {
        ObjectNode event = (ObjectNode) parse(GOOD);
        event.put("messageId", name + "-" + number);
        event.put("userId", name + "-user-" + number);
        event.put("anonymousId", name + "-visitor-" + number);
        ((ObjectNode) event.get("traits"))
                .put("email", name + number + "@example.org")
                .remove("phone");
        return event;
    }

    private static ObjectNode with(ObjectNode event, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = event.at(pointer.substring(0, slash));
        ((ObjectNode) parent).set(pointer.substring(slash + 1), value);
        return event;
    }

    private static void collect(JsonNode node, String path, List<String> fields) {
        node.properties().forEach(property -> {
            String here = path + "/" + property.getKey();
            fields.add(here);
            collect(property.getValue(), here, fields);
        });
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            collect(node.get(at), path + "/" + at, fields);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
