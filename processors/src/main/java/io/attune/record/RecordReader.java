package io.attune.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one record out of its JSON. */
final class RecordReader {
    private static final int KEY_LENGTH = 512;
    private static final int TEXT_LENGTH = 1024;
    private static final int IDENTIFIERS = 20;
    private static final int CONSENTS = 20;
    private static final int ATTRIBUTES = 100;
    private static final int FLAGS = 100;

    /** A source's clock may be ahead by this; what lies further in the future did not happen. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private final Fields fields;

    RecordReader(JsonNode tree) {
        if (!tree.isObject()) {
            throw new RecordException("RECORD_NOT_OBJECT", "the record is no JSON object");
        }
        this.fields = new Fields(tree, "");
    }

    SourceRecord read() {
        String schema = fields.text("schema", 64);
        int slash = schema.indexOf('/');
        String kind = slash < 0 ? schema : schema.substring(0, slash);
        return switch (kind) {
            case "event" -> event(header(schema));
            case "customer" -> customer(header(schema));
            default -> throw schemaUnknown();
        };
    }

    private static RecordException schemaUnknown() {
        return new RecordException(
                "RECORD_SCHEMA_UNKNOWN", "schema takes event/<version> or customer/<version>, such as event/1");
    }

    private RecordHeader header(String schema) {
        Instant occurredAt = fields.instant("occurredAt");
        Instant receivedAt = fields.instant("receivedAt");
        if (occurredAt.isAfter(receivedAt.plus(CLOCK_SKEW))) {
            throw new RecordException(
                    "RECORD_IN_THE_FUTURE",
                    "occurredAt is more than a day after receivedAt: check the source's clock and time zone");
        }
        return new RecordHeader(
                version(schema),
                fields.text("key", KEY_LENGTH),
                fields.text("source", 64),
                fields.text("entity", KEY_LENGTH),
                occurredAt,
                fields.number("utcOffsetMinutes", -18 * 60, 18 * 60),
                receivedAt,
                fields.flag("backfill"),
                identifiers(),
                consents(),
                fields.find("mapping", 256),
                flags());
    }

    private static int version(String schema) {
        try {
            int version = Integer.parseInt(schema.substring(schema.indexOf('/') + 1));
            if (version > 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            throw new RecordException("RECORD_SCHEMA_UNKNOWN", "schema takes a version, such as event/1", e);
        }
        throw schemaUnknown();
    }

    private List<Identifier> identifiers() {
        JsonNode list = bounded("identifiers", IDENTIFIERS);
        Set<Identifier> identifiers = new LinkedHashSet<>();
        for (JsonNode item : list) {
            Fields identifier = new Fields(item, "identifiers.");
            identifiers.add(new Identifier(identifier.text("kind", 64), identifier.text("value", TEXT_LENGTH)));
        }
        return List.copyOf(identifiers);
    }

    private List<String> flags() {
        Set<String> flags = new LinkedHashSet<>();
        for (JsonNode flag : bounded("flags", FLAGS)) {
            if (!flag.isTextual()
                    || flag.textValue().isBlank()
                    || flag.textValue().length() > 128) {
                throw new RecordException("RECORD_FIELD_INVALID", "flags takes texts of at most 128 characters");
            }
            flags.add(StorableText.of(flag.textValue()));
        }
        return List.copyOf(flags);
    }

    private List<ConsentStatement> consents() {
        JsonNode list = bounded("consents", CONSENTS);
        Map<String, ConsentStatement> consents = new HashMap<>();
        for (JsonNode item : list) {
            Fields fields = new Fields(item, "consents.");
            ConsentStatement consent = new ConsentStatement(
                    fields.text("channel", 64),
                    fields.text("purpose", 64),
                    state(fields.text("state", 64)),
                    fields.instant("occurredAt"),
                    texts(fields.object("evidence"), "consents.evidence."));
            consents.merge(consent.channel() + '\0' + consent.purpose(), consent, RecordReader::stronger);
        }
        return List.copyOf(consents.values());
    }

    // Of two statements of one record about the same thing the newer counts, and on a tie the refusal.
    private static ConsentStatement stronger(ConsentStatement one, ConsentStatement other) {
        int order = one.occurredAt().compareTo(other.occurredAt());
        if (order != 0) {
            return order > 0 ? one : other;
        }
        return one.state() == ConsentState.WITHDRAWN ? one : other;
    }

    private static ConsentState state(String code) {
        try {
            return ConsentState.of(code);
        } catch (IllegalArgumentException e) {
            throw new RecordException("RECORD_FIELD_INVALID", "consents.state takes granted or withdrawn", e);
        }
    }

    private Event event(RecordHeader header) {
        JsonNode properties = fields.object("properties");
        return new Event(
                header,
                fields.text("type", 128),
                fields.amount("amount"),
                fields.find("currency", 3),
                properties.isObject() ? storable(properties) : JsonNodeFactory.instance.objectNode());
    }

    private CustomerRecord customer(RecordHeader header) {
        return new CustomerRecord(header, texts(fields.object("attributes"), "attributes."), fields.flag("deleted"));
    }

    private JsonNode bounded(String name, int most) {
        JsonNode list = fields.list(name);
        if (list.size() > most) {
            throw new RecordException(
                    "RECORD_FIELD_TOO_LONG",
                    name + " has " + list.size() + " items; at most " + most + " are accepted");
        }
        return list;
    }

    // An attribute that is null or empty was cleared in its source.
    private static Map<String, String> texts(JsonNode object, String place) {
        if (object.size() > ATTRIBUTES) {
            throw new RecordException(
                    "RECORD_FIELD_TOO_LONG",
                    place + " has " + object.size() + " fields; at most " + ATTRIBUTES + " are accepted");
        }
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(field -> {
            String name = StorableText.of(field.getKey());
            JsonNode value = field.getValue();
            if (value.isContainerNode() || name.length() > 64 || value.asText().length() > TEXT_LENGTH) {
                throw new RecordException(
                        "RECORD_FIELD_INVALID",
                        place + " takes names of at most 64 and texts of at most " + TEXT_LENGTH + " characters");
            }
            texts.put(
                    name, value.isNull() ? "" : StorableText.of(value.asText()).strip());
        });
        return texts;
    }

    private static JsonNode storable(JsonNode value) {
        if (value.isTextual()) {
            String text = StorableText.of(value.textValue());
            return text.equals(value.textValue()) ? value : TextNode.valueOf(text);
        }
        if (value.isArray()) {
            List<JsonNode> items = new ArrayList<>();
            value.forEach(item -> items.add(storable(item)));
            return new ArrayNode(JsonNodeFactory.instance, items);
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(field -> object.set(StorableText.of(field.getKey()), storable(field.getValue())));
            return object;
        }
        return value;
    }
}
