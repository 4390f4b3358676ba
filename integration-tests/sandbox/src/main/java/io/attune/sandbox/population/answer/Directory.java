package io.attune.sandbox.population.answer;

import io.attune.sandbox.population.person.Identity;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.truth.Truth;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whose an address or a number is. A mistyped address is nobody's. Not safe for use by several threads. */
public final class Directory {
    private final People people;
    private final Truth truth;
    private final Map<String, Integer> indexes = new HashMap<>();
    private int known;

    public Directory(People people, Truth truth) {
        this.people = people;
        this.truth = truth;
    }

    /**
     * The person who reads what is sent there; of two who share it, the first.
     *
     * @param address e-mail address or number in E.164
     */
    public Optional<Person> owner(String address) {
        for (; known < truth.size(); known++) {
            add(known);
        }
        return Optional.ofNullable(indexes.get(address.strip().toLowerCase(Locale.ROOT)))
                .map(people::person);
    }

    private void add(int index) {
        Identity identity = people.person(index).identity();
        indexes.putIfAbsent(identity.email(), index);
        identity.workEmail().ifPresent(work -> indexes.putIfAbsent(work, index));
        indexes.putIfAbsent(identity.phone().e164(), index);
    }
}
