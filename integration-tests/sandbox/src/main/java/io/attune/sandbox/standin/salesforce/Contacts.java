package io.attune.sandbox.standin.salesforce;

import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The contacts of the organization. Every write stamps {@code SystemModstamp} with a time that never goes
 * back, unless the writer brings one, as a history does. Thread-safe.
 */
public final class Contacts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS+0000").withZone(ZoneOffset.UTC);

    private final Table<Contact> contacts;
    private final Clock clock;
    private long lastStamp;
    private long lastNumber;

    Contacts(Journal journal, Clock clock) {
        this.contacts = journal.table("salesforce.contact", Contact.class);
        this.clock = clock;
    }

    /** As Salesforce writes an instant. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /**
     * Inserts contacts, or replaces those whose {@code Id} is there already, as if people had typed them in: nothing is
     * validated, and what is missing of Id, CreatedDate and SystemModstamp is made.
     */
    public void put(List<Map<String, Object>> entered) {
        Map<String, Contact> changes = new LinkedHashMap<>();
        synchronized (this) {
            for (Map<String, Object> fields : entered) {
                Contact contact = completed(fields);
                changes.put(contact.id(), contact);
            }
            contacts.putAll(changes);
        }
    }

    private Contact completed(Map<String, Object> fields) {
        Map<String, Object> complete = new LinkedHashMap<>(fields);
        complete.values().removeIf(Objects::isNull);
        complete.computeIfAbsent("Id", key -> nextId());
        String stamp = stamp();
        complete.putIfAbsent("CreatedDate", stamp);
        complete.putIfAbsent("SystemModstamp", stamp);
        complete.putIfAbsent("IsDeleted", false);
        return new Contact(complete);
    }

    Contact insert(Map<String, Optional<Object>> fields) {
        Map<String, Object> given = new LinkedHashMap<>();
        fields.forEach((name, value) -> value.ifPresent(present -> given.put(name, present)));
        synchronized (this) {
            Contact contact = completed(given);
            contacts.put(contact.id(), contact);
            return contact;
        }
    }

    /** Empty when there is no such contact. */
    Optional<Contact> update(String id, Map<String, Optional<Object>> changes) {
        Map<String, Optional<Object>> stamped = new LinkedHashMap<>(changes);
        synchronized (this) {
            stamped.put("SystemModstamp", Optional.of(stamp()));
            return contacts.update(id, contact -> contact.with(stamped));
        }
    }

    /** Marks a contact as deleted, as the recycle bin does. Empty when there is no such contact. */
    public Optional<Contact> delete(String id) {
        return update(id, Map.of("IsDeleted", Optional.of(true)));
    }

    /** By the id of 18 or 15 characters. */
    public Optional<Contact> find(String id) {
        return contacts.get(id.length() == 15 ? SalesforceId.complete(id) : id);
    }

    /** Deleted ones included. */
    public List<Contact> all() {
        return contacts.values();
    }

    public int size() {
        return contacts.size();
    }

    public List<Contact> from(long position, int limit) {
        return contacts.values(position, limit);
    }

    private String nextId() {
        String id;
        do {
            lastNumber = Math.max(lastNumber, contacts.size()) + 1;
            id = SalesforceId.of("003", lastNumber);
        } while (contacts.get(id).isPresent());
        return id;
    }

    private String stamp() {
        lastStamp = Math.max(lastStamp, clock.millis());
        return time(Instant.ofEpochMilli(lastStamp));
    }
}
