package io.attune.identity.matching;

import io.attune.identity.matching.text.Emails;
import java.util.Optional;

/**
 * Mailboxes that are named after a person. Two people of one name have such mailboxes alike at different providers, so that beyond
 * the names themselves these tell nothing, unless they are the same.
 */
final class NamedMailboxes {
    private static final int LEAST_NAME = 3;

    private final Column emails;
    private final Optional<Column> given;
    private final Optional<Column> family;

    NamedMailboxes(Persons persons, Column emails) {
        this.emails = emails;
        given = persons.column(Attribute.GIVEN_NAME);
        family = persons.column(Attribute.FAMILY_NAME);
    }

    /** Whether a person's mailbox has that person's name in it. */
    boolean named(int person) {
        String local = Emails.local(emails.text(person));
        return given.filter(names -> holds(local, names.text(person))).isPresent()
                || family.filter(names -> holds(local, names.text(person))).isPresent();
    }

    private static boolean holds(String local, String name) {
        return name.length() >= LEAST_NAME && local.contains(name);
    }
}
