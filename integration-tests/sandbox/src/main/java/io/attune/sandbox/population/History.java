package io.attune.sandbox.population;

import io.attune.sandbox.population.behaviour.Biographer;
import io.attune.sandbox.population.behaviour.Biography;
import io.attune.sandbox.population.live.Views;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.truth.Truth;
import io.attune.sandbox.population.truth.Witness;
import java.util.ArrayList;
import java.util.List;

/** Simulates one person after the other and hands their traces on, so that no more than a few people are in memory. */
final class History {
    private static final int BATCH = 500;

    private final People people;
    private final int size;
    private final Biographer biographer;
    private final Views views;
    private final Witness witness;
    private final Truth truth = new Truth();
    private boolean written;

    History(People people, int size, Biographer biographer, Views views, Witness witness) {
        this.people = people;
        this.size = size;
        this.biographer = biographer;
        this.views = views;
        this.witness = witness;
    }

    Truth truth() {
        return truth;
    }

    boolean isWritten() {
        return written;
    }

    HistorySummary write(Sinks sinks, Progress progress) {
        List<Contact> contacts = new ArrayList<>();
        List<Sale> sales = new ArrayList<>();
        long contactCount = 0;
        long eventCount = 0;
        long saleCount = 0;
        long secondRecords = 0;
        for (int index = 0; index < size; index++) {
            Biography life = biographer.of(people.person(index));
            List<Contact> ownContacts = views.contacts().contacts(life);
            List<WebEvent> ownEvents = views.web().events(life);
            List<Sale> ownSales = views.sales().sales(life);
            witnessed(life, ownContacts, ownEvents, ownSales);
            ownEvents.forEach(sinks.web()::send);
            contacts.addAll(ownContacts);
            sales.addAll(ownSales);
            contactCount += ownContacts.size();
            eventCount += ownEvents.size();
            saleCount += ownSales.size();
            secondRecords += secondRecords(ownEvents, ownSales);
            boolean last = index == size - 1;
            if (contacts.size() >= BATCH || last) {
                sinks.salesforce().put(List.copyOf(contacts));
                contacts.clear();
            }
            if (sales.size() >= BATCH || last) {
                sinks.sales().put(List.copyOf(sales));
                sales.clear();
            }
            progress.report("simulated people", index + 1L, size);
        }
        sinks.web().flush();
        written = true;
        long records = contactCount + eventCount + saleCount + secondRecords;
        return new HistorySummary(size, contactCount, eventCount, saleCount, records);
    }

    private static long secondRecords(List<WebEvent> events, List<Sale> sales) {
        return events.stream().filter(WebEvent::introduces).count()
                + sales.stream().filter(sale -> sale.kind().equals("cancelled")).count();
    }

    private void witnessed(Biography life, List<Contact> contacts, List<WebEvent> events, List<Sale> sales) {
        String person = life.person().id();
        truth.add(witness.truth(life));
        Witness.entities(life.person(), contacts, events, sales).forEach(entity -> truth.add(entity, person));
    }
}
