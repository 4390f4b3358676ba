package io.attune.sandbox.population;

import io.attune.sandbox.population.behaviour.Baskets;
import io.attune.sandbox.population.behaviour.Biographer;
import io.attune.sandbox.population.behaviour.Biography;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.source.ContactView;
import io.attune.sandbox.population.source.SaleView;
import io.attune.sandbox.population.source.WebView;
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
    private final ContactView contactView;
    private final WebView webView;
    private final SaleView saleView;
    private final Witness witness;
    private final Truth truth = new Truth();
    private boolean written;

    History(People people, int size, Window window, Baskets baskets, Biographer biographer) {
        this.people = people;
        this.size = size;
        this.biographer = biographer;
        this.contactView = new ContactView(window);
        this.webView = new WebView(window, baskets);
        this.saleView = new SaleView(window);
        this.witness = new Witness(window);
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
        for (int index = 0; index < size; index++) {
            Biography life = biographer.of(people.person(index));
            List<Contact> ownContacts = contactView.contacts(life);
            List<WebEvent> ownEvents = webView.events(life);
            List<Sale> ownSales = saleView.sales(life);
            witnessed(life, ownContacts, ownEvents, ownSales);
            ownEvents.forEach(sinks.web()::send);
            contacts.addAll(ownContacts);
            sales.addAll(ownSales);
            contactCount += ownContacts.size();
            eventCount += ownEvents.size();
            saleCount += ownSales.size();
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
        return new HistorySummary(size, contactCount, eventCount, saleCount);
    }

    private void witnessed(Biography life, List<Contact> contacts, List<WebEvent> events, List<Sale> sales) {
        String person = life.person().id();
        truth.add(witness.truth(life));
        Witness.entities(life.person(), contacts, events, sales).forEach(entity -> truth.add(entity, person));
    }
}
