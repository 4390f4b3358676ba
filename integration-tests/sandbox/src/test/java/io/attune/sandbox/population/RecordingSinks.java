package io.attune.sandbox.population;

import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.sink.WebEventSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that a population does. */
public final class RecordingSinks implements WebEventSink {
    public final List<Contact> contacts = new ArrayList<>();
    public final List<WebEvent> events = new ArrayList<>();
    public final List<Sale> sales = new ArrayList<>();

    public Sinks sinks() {
        return new Sinks(contacts::addAll, this, sales::addAll);
    }

    /** Everything in the order in which it came, as text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        contacts.forEach(contact -> text.append(contact.fields()).append('\n'));
        events.forEach(event -> text.append(event.key()).append(event.json()).append('\n'));
        sales.forEach(sale -> text.append(sale).append('\n'));
        return text.toString();
    }

    @Override
    public void send(WebEvent event) {
        events.add(event);
    }

    @Override
    public void flush() {}
}
