package io.attune.bench.profile;

import io.attune.sandbox.population.sink.PolledRows;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.sink.WebEventSink;
import java.util.ArrayList;
import java.util.List;

/** What a population leaves behind, as the hub's polls and topics hand it over. Not thread-safe. */
final class Traces implements WebEventSink {
    final List<String> contacts = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<String> sales = new ArrayList<>();

    Sinks sinks() {
        return new Sinks(
                written -> written.forEach(contact -> contacts.add(PolledRows.contact(contact))),
                this,
                written -> written.forEach(sale -> sales.add(PolledRows.sale(sale))));
    }

    @Override
    public void send(WebEvent event) {
        events.add(event.json());
    }

    @Override
    public void flush() {
        // Everything is here already.
    }
}
