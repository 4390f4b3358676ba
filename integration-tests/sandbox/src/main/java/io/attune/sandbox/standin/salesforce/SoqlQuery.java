package io.attune.sandbox.standin.salesforce;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A query over contacts.
 *
 * @param count whether it asks for the number only
 */
record SoqlQuery(
        List<ContactField> fields,
        boolean count,
        Predicate<Contact> condition,
        Comparator<Contact> order,
        int offset,
        int limit) {
    /** @param deleted whether to look at deleted contacts too */
    List<Contact> in(List<Contact> contacts, boolean deleted) {
        Stream<Contact> found = contacts.stream()
                .filter(contact -> deleted || !contact.deleted())
                .filter(condition);
        return found.sorted(order).skip(offset).limit(limit).toList();
    }
}
