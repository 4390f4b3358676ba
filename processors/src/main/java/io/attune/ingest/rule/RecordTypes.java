package io.attune.ingest.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import io.attune.rule.StructTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a rule may read of a record. */
final class RecordTypes {
    private static final Map<String, CelType> FIELDS = fields();

    private RecordTypes() {}

    static StructTypes types() {
        return StructTypes.of(Map.of("record", StructTypes.struct("attune.Record", FIELDS)));
    }

    static Set<String> fieldNames() {
        return FIELDS.keySet();
    }

    private static Map<String, CelType> fields() {
        Map<String, CelType> fields = new LinkedHashMap<>();
        for (String text : new String[] {"kind", "schema", "mapping", "key", "source", "entity", "type", "currency"}) {
            fields.put(text, SimpleType.STRING);
        }
        fields.put("occurredAt", SimpleType.TIMESTAMP);
        fields.put("receivedAt", SimpleType.TIMESTAMP);
        fields.put("deleted", SimpleType.BOOL);
        fields.put("amount", SimpleType.DOUBLE);
        fields.put("total", SimpleType.DOUBLE);
        fields.put("properties", MapType.create(SimpleType.STRING, SimpleType.DYN));
        fields.put("attributes", MapType.create(SimpleType.STRING, SimpleType.STRING));
        fields.put("identifiers", MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)));
        return fields;
    }
}
