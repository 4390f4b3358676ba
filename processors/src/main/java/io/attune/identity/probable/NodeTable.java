package io.attune.identity.probable;

import io.attune.identity.matching.Attribute;
import io.attune.identity.matching.PersonTable;
import io.attune.identity.matching.StoreMatching;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A table of persons whose rows are nodes. */
final class NodeTable {
    private final PersonTable table = StoreMatching.table();
    private final Map<Long, Integer> rows = new HashMap<>();

    NodeTable(Map<Long, Map<Attribute, String>> persons) {
        new TreeMap<>(persons).forEach((node, values) -> {
            rows.put(node, table.size());
            table.add(StoreMatching.row(values));
        });
    }

    PersonTable table() {
        return table;
    }

    boolean has(long node) {
        return rows.containsKey(node);
    }

    int row(long node) {
        return rows.get(node);
    }
}
