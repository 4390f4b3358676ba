package io.attune.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Elements gathered into people, with what each person consists of at hand. Not thread-safe. */
final class People {
    private final Partition<Element> partition = new Partition<>();
    private final Map<Element, Person> persons = new HashMap<>();

    /**
     * One person so far.
     *
     * @param profiles what was one already
     * @param nodes of the batch, and those that it is matched with
     * @param identifiers that the batch states or that are known of it
     */
    record Person(Set<UUID> profiles, Set<Long> nodes, Set<Long> identifiers) {
        static Person of(Element element) {
            Person person = new Person(new HashSet<>(), new HashSet<>(), new HashSet<>());
            if (element instanceof Element.Known known) {
                person.profiles.add(known.profile());
            } else if (element instanceof Element.Node node) {
                person.nodes.add(node.id());
            } else if (element instanceof Element.Name name) {
                person.identifiers.add(name.identifier());
            }
            return person;
        }

        private Person with(Person other) {
            profiles.addAll(other.profiles);
            nodes.addAll(other.nodes);
            identifiers.addAll(other.identifiers);
            return this;
        }
    }

    Person of(Element element) {
        return persons.computeIfAbsent(partition.root(element), Person::of);
    }

    boolean areOne(Element one, Element other) {
        return partition.root(one).equals(partition.root(other));
    }

    void join(Element one, Element other) {
        if (areOne(one, other)) {
            of(one);
            return;
        }
        Person left = of(one);
        Person right = of(other);
        boolean leftLarger = left.nodes().size() + left.profiles().size()
                >= right.nodes().size() + right.profiles().size();
        persons.remove(partition.root(one));
        persons.remove(partition.root(other));
        partition.join(one, other);
        persons.put(partition.root(one), leftLarger ? left.with(right) : right.with(left));
    }

    List<Person> all() {
        return List.copyOf(persons.values());
    }
}
