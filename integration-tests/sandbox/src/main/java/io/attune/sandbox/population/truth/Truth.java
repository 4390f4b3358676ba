package io.attune.sandbox.population.truth;

import io.attune.sandbox.population.source.Entity;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What really is: who is behind every entity of every source, and what becomes of them. For tests and reports only;
 * nothing of it is ever sent to the hub. Safe for use by several threads.
 */
public final class Truth {
    private final Map<String, PersonTruth> people = new LinkedHashMap<>();
    private final Map<Entity, String> persons = new LinkedHashMap<>();

    /**
     * Reads what {@link TruthFiles#write} wrote into {@code folder}.
     *
     * @throws java.io.UncheckedIOException when the files are not there or cannot be read
     */
    public static Truth read(Path folder) {
        return TruthFiles.read(folder);
    }

    public synchronized List<PersonTruth> people() {
        return List.copyOf(people.values());
    }

    /** How many people there are. */
    public synchronized int size() {
        return people.size();
    }

    public synchronized Optional<PersonTruth> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** Every entity that the sources know, with the id of the person behind it. */
    public synchronized Map<Entity, String> entities() {
        return new LinkedHashMap<>(persons);
    }

    public synchronized Optional<String> personBehind(Entity entity) {
        return Optional.ofNullable(persons.get(entity));
    }

    public synchronized void add(PersonTruth person) {
        people.put(person.person(), person);
    }

    /** Adds an entity; one that two people share, such as a phone, stays with the first. */
    public synchronized boolean add(Entity entity, String person) {
        return persons.putIfAbsent(entity, person) == null;
    }
}
