package io.attune.identity;

import io.attune.identity.People.Person;
import io.attune.identity.probable.Doubt.Cause;
import java.util.Collection;
import java.util.Optional;

/** What keeps people from being joined unseen. */
interface JoinRules {
    /** Whether some of those who would be joined by identifiers must stay apart. */
    boolean concern(Collection<Person> persons);

    /** The place of an identifier's kind: smaller is stronger, and joins before weaker ones. */
    int priority(long identifier);

    /** What forbids to join two by an identifier. */
    Optional<Cause> forbidsLink(Person one, Person other, long identifier);

    /** Announces those of whom {@link #forbidsMatch} will be asked. */
    void expect(Collection<Person> persons);

    /** What forbids to join two by a pair that matching is sure of. */
    Optional<Cause> forbidsMatch(Person one, Person other);
}
