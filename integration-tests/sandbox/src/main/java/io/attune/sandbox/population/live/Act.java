package io.attune.sandbox.population.live;

import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.WebEvent;
import java.util.List;

/**
 * Something that somebody does now: a visit whose events follow each other, or a purchase in a shop.
 *
 * @param newcomer whether the shop has never seen them before
 */
public record Act(Person person, boolean newcomer, List<Contact> contacts, List<WebEvent> events, List<Sale> sales) {
    public Act {
        contacts = List.copyOf(contacts);
        events = List.copyOf(events);
        sales = List.copyOf(sales);
    }

    int size() {
        return events.size() + sales.size();
    }
}
