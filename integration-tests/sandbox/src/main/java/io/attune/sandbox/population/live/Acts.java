package io.attune.sandbox.population.live;

import io.attune.sandbox.population.behaviour.Baskets;
import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.behaviour.Visit;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.WebEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes what people do after the history, one act after the other. Not safe for use by several threads. */
public final class Acts {
    private final People people;
    private final Baskets baskets;
    private final Views views;
    private final Dice dice;
    private long nextSaleId;
    private int nextNewcomer;

    /**
     * Begins a run.
     *
     * @param dice a stream of this run's own
     * @param firstSaleId the sales have every fourth id from there
     * @param firstNewcomer index of the first person who is new
     */
    public Acts(People people, int firstNewcomer, Baskets baskets, Views views, Dice dice, long firstSaleId) {
        this.people = people;
        this.nextNewcomer = firstNewcomer;
        this.baskets = baskets;
        this.views = views;
        this.dice = dice;
        this.nextSaleId = firstSaleId;
    }

    /** What somebody does at {@code now} of their own accord. */
    Act next(Footfall footfall, LiveOptions options, Instant now) {
        if (dice.chance(options.newcomers())) {
            return newcomer(options, now);
        }
        Person person = people.person(footfall.next(dice));
        boolean buys = person.buying().buys();
        double visits = person.browsing().visitsPerDay();
        double tills = Footfall.tillRate(person);
        if (buys && dice.chance(tills / (tills + visits))) {
            return new Act(person, false, List.of(), List.of(), sale(person, Purchase.Cause.ORDINARY, now));
        }
        boolean orders = buys && dice.chance(Footfall.onlineRate(person) / visits);
        Optional<Purchase> purchase =
                orders ? Optional.of(purchase(person, true, Purchase.Cause.ORDINARY, now)) : Optional.empty();
        Visit visit = new Visit(now, purchase, Optional.empty(), Optional.empty());
        List<WebEvent> events = views.web().visit(person, visit, false, options.pace(), dice);
        return new Act(person, false, List.of(), events, List.of());
    }

    /** A visit of somebody who follows a link in a message, without buying anything. */
    public List<WebEvent> follow(Person person, String campaign, double pace, Instant now) {
        Visit visit = new Visit(now, Optional.empty(), Optional.empty(), Optional.of(campaign));
        return views.web().visit(person, visit, false, pace, dice);
    }

    /** A visit that a message led to, with an order at its end. */
    public List<WebEvent> order(Person person, String campaign, double pace, Instant now) {
        Purchase purchase = purchase(person, true, Purchase.Cause.MESSAGE, now);
        Visit visit = new Visit(now, Optional.of(purchase), Optional.empty(), Optional.of(campaign));
        return views.web().visit(person, visit, false, pace, dice);
    }

    /** What somebody buys at the till now. */
    public List<Sale> sale(Person person, Purchase.Cause cause, Instant now) {
        long id = nextSaleId;
        nextSaleId += 4;
        return views.sales().rows(person, purchase(person, false, cause, now), id, id + 1, dice);
    }

    private Act newcomer(LiveOptions options, Instant now) {
        Person person = people.person(nextNewcomer++);
        List<Contact> contacts = views.contacts().newcomer(person, now).stream().toList();
        if (person.presence().customerId().isPresent()) {
            List<WebEvent> events = views.web().visit(person, Visit.browsing(now), true, options.pace(), dice);
            return new Act(person, true, contacts, events, List.of());
        }
        return new Act(person, true, contacts, List.of(), sale(person, Purchase.Cause.ORDINARY, now));
    }

    private Purchase purchase(Person person, boolean online, Purchase.Cause cause, Instant now) {
        return new Purchase(now, online, baskets.basket(person.buying(), dice), false, Optional.empty(), cause);
    }
}
