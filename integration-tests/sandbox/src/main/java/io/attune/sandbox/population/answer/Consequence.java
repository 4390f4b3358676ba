package io.attune.sandbox.population.answer;

import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.WebEvent;
import java.util.List;

/** The traces of what a person did because of a message. */
public record Consequence(Person person, List<WebEvent> events, List<Sale> sales) {
    public Consequence {
        events = List.copyOf(events);
        sales = List.copyOf(sales);
    }
}
