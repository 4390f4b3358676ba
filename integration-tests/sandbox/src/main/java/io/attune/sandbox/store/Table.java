package io.attune.sandbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Immutable values by key, in the order in which the keys came. Every change is in the journal when the call returns.
 * Thread-safe; a change of several values is atomic for readers.
 */
public final class Table<V> {
    private final String name;
    private final Class<V> type;
    private final Journal journal;
    private final Map<String, V> values = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    Table(String name, Class<V> type, Journal journal) {
        this.name = name;
        this.type = type;
        this.journal = journal;
    }

    public synchronized Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public synchronized void put(String key, V value) {
        journal.append(Journal.line(name, key, value));
        store(key, value);
    }

    public synchronized void putAll(Map<String, V> changes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        changes.forEach((key, value) -> lines.writeBytes(Journal.line(name, key, value)));
        journal.append(lines.toByteArray());
        changes.forEach(this::store);
    }

    /** Adds a value unless the key is there. Returns whether it was added. */
    public synchronized boolean putIfAbsent(String key, V value) {
        if (values.containsKey(key)) {
            return false;
        }
        put(key, value);
        return true;
    }

    /** Replaces the value of a key that is there; does nothing otherwise. */
    public synchronized Optional<V> update(String key, UnaryOperator<V> change) {
        return get(key).map(before -> {
            V after = change.apply(before);
            put(key, after);
            return after;
        });
    }

    /** Sets the value of a key by what was there, atomically. */
    public synchronized V compute(String key, Function<Optional<V>, V> change) {
        V after = change.apply(get(key));
        put(key, after);
        return after;
    }

    public synchronized void remove(String key) {
        if (values.remove(key) != null) {
            order.remove(key);
            journal.append(Journal.line(name, key, null));
        }
    }

    public synchronized int size() {
        return values.size();
    }

    /** A copy, oldest key first. */
    public synchronized List<V> values() {
        return order.stream().map(values::get).filter(Objects::nonNull).toList();
    }

    /** At most {@code limit} values, from the one at {@code position} (0 = oldest) on. */
    public synchronized List<V> values(long position, int limit) {
        int from = (int) Math.min(Math.max(position, 0), order.size());
        int to = (int) Math.min((long) from + limit, order.size());
        return order.subList(from, to).stream().map(values::get).toList();
    }

    private void store(String key, V value) {
        if (values.put(key, value) == null) {
            order.add(key);
        }
    }

    void restore(String key, JsonNode value) throws JsonProcessingException {
        if (value.isNull()) {
            if (values.remove(key) != null) {
                order.remove(key);
            }
        } else {
            store(key, Json.MAPPER.treeToValue(value, type));
        }
    }

    void writeTo(OutputStream output) throws IOException {
        for (String key : order) {
            output.write(Journal.line(name, key, values.get(key)));
        }
    }
}
