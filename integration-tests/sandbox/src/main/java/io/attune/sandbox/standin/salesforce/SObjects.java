package io.attune.sandbox.standin.salesforce;

import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The objects of one type that the organization holds. Every write stamps {@code SystemModstamp} with a time that never goes
 * back, unless the writer brings one, as a history does. Thread-safe.
 */
public final class SObjects {
    private static final String CLOSED = "Closed";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS+0000").withZone(ZoneOffset.UTC);

    private final ObjectType type;
    private final Table<SObject> objects;
    private final Clock clock;
    private long lastStamp;
    private long lastNumber;

    SObjects(ObjectType type, Journal journal, Clock clock) {
        this.type = type;
        this.objects = journal.table("salesforce." + type.name().toLowerCase(Locale.ROOT), SObject.class);
        this.clock = clock;
    }

    /** As Salesforce writes an instant. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /**
     * Inserts objects, or replaces those whose {@code Id} is there already, as if people had typed them in: nothing is
     * validated, and what is missing of Id, CreatedDate and SystemModstamp is made.
     */
    public void put(List<Map<String, Object>> entered) {
        Map<String, SObject> changes = new LinkedHashMap<>();
        synchronized (this) {
            for (Map<String, Object> fields : entered) {
                SObject object = completed(fields);
                changes.put(object.id(), object);
            }
            objects.putAll(changes);
        }
    }

    private SObject completed(Map<String, Object> fields) {
        Map<String, Object> complete = new LinkedHashMap<>(fields);
        complete.values().removeIf(Objects::isNull);
        complete.computeIfAbsent("Id", key -> nextId());
        String stamp = stamp();
        complete.putIfAbsent("CreatedDate", stamp);
        complete.putIfAbsent("SystemModstamp", stamp);
        complete.putIfAbsent("IsDeleted", false);
        if (type.equals(ObjectType.CASE)) {
            complete.computeIfAbsent("CaseNumber", key -> "%08d".formatted(objects.size() + 1));
            complete.putIfAbsent("Status", "New");
            complete.putIfAbsent("IsClosed", complete.get("Status").equals(CLOSED));
            if (complete.get("IsClosed").equals(true)) {
                complete.putIfAbsent("ClosedDate", complete.get("SystemModstamp"));
            }
        }
        return new SObject(complete);
    }

    SObject insert(Map<String, Optional<Object>> fields) {
        Map<String, Object> given = new LinkedHashMap<>();
        fields.forEach((name, value) -> value.ifPresent(present -> given.put(name, present)));
        synchronized (this) {
            SObject object = completed(given);
            objects.put(object.id(), object);
            return object;
        }
    }

    /** Empty when there is no such object. */
    public Optional<SObject> update(String id, Map<String, Optional<Object>> changes) {
        Map<String, Optional<Object>> stamped = new LinkedHashMap<>(changes);
        synchronized (this) {
            String stamp = stamp();
            stamped.put("SystemModstamp", Optional.of(stamp));
            if (type.equals(ObjectType.CASE) && changes.containsKey("Status")) {
                boolean closed = changes.get("Status").equals(Optional.of(CLOSED));
                stamped.put("IsClosed", Optional.of(closed));
                stamped.put("ClosedDate", closed ? Optional.of(stamp) : Optional.empty());
            }
            return objects.update(id, object -> object.with(stamped));
        }
    }

    /** Marks an object as deleted, as the recycle bin does. Empty when there is no such object. */
    public Optional<SObject> delete(String id) {
        return update(id, Map.of("IsDeleted", Optional.of(true)));
    }

    /** By the id of 18 or 15 characters. */
    public Optional<SObject> find(String id) {
        return objects.get(id.length() == 15 ? SalesforceId.complete(id) : id);
    }

    /** Deleted ones included. */
    public List<SObject> all() {
        return objects.values();
    }

    public int size() {
        return objects.size();
    }

    public List<SObject> from(long position, int limit) {
        return objects.values(position, limit);
    }

    private String nextId() {
        String id;
        do {
            lastNumber = Math.max(lastNumber, objects.size()) + 1;
            id = SalesforceId.of(type.prefix(), lastNumber);
        } while (objects.get(id).isPresent());
        return id;
    }

    private String stamp() {
        lastStamp = Math.max(lastStamp, clock.millis());
        return time(Instant.ofEpochMilli(lastStamp));
    }
}
