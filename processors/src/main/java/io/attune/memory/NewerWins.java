package io.attune.memory;

import com.hazelcast.map.EntryProcessor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Writes the values whose versions are newer than what the memory holds. */
final class NewerWins implements EntryProcessor<UUID, Versioned, Boolean> {
    private static final long serialVersionUID = 1;

    private final HashMap<UUID, Versioned> values;

    NewerWins(Map<UUID, Versioned> values) {
        this.values = new HashMap<>(values);
    }

    @Override
    public Boolean process(Map.Entry<UUID, Versioned> entry) {
        Versioned offered = values.get(entry.getKey());
        boolean wins = entry.getValue() == null || offered.replaces(entry.getValue());
        if (wins) {
            entry.setValue(offered);
        }
        return wins;
    }
}
