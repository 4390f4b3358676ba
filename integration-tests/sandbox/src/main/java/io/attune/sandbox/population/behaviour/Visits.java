package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The sessions of a person until now: those of their own accord, those that end in an order, and those a mail led to. */
final class Visits {
    private static final double COMPLAINS_AND_LEAVES = 0.15;

    private final Window window;
    private final Baskets baskets;
    private final Tickets tickets = new Tickets();

    Visits(Window window, Baskets baskets) {
        this.window = window;
        this.baskets = baskets;
    }

    List<Visit> of(Person person, Interest interest, Purchases.Shopping bought, List<MailReceipt> receipts) {
        Dice dice = person.dice().split("visits");
        List<Visit> visits = new ArrayList<>();
        addOwn(person, interest, dice.split("own"), visits);
        bought.purchases().stream()
                .filter(Purchase::online)
                .forEach(purchase -> visits.add(
                        new Visit(purchase.at(), Optional.of(purchase), Optional.empty(), Optional.empty())));
        for (MailReceipt receipt : receipts) {
            receipt.clickedAt()
                    .ifPresent(at -> visits.add(new Visit(
                            at.plusSeconds(2),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(receipt.mailing().campaign()))));
        }
        if (person.presence().customerId().isPresent()) {
            addTickets(person, interest, bought.droppedOutDay(), dice.split("tickets"), visits);
        }
        visits.removeIf(visit -> !window.isPast(visit.at()));
        visits.sort(Comparator.comparing(Visit::at));
        return visits;
    }

    /** A Poisson process thinned by interest (Lewis & Shedler 1979), begun with the visit of the day of joining. */
    private void addOwn(Person person, Interest interest, Dice dice, List<Visit> visits) {
        ZoneId zone = person.identity().place().zone();
        double day = person.joinedDay();
        if (person.presence().customerId().isPresent()) {
            visits.add(Visit.browsing(Hours.WEB.on(day, window, zone, dice)));
        }
        double rate = person.browsing().visitsPerDay();
        for (day += Distributions.exponential(dice, rate);
                day < window.days();
                day += Distributions.exponential(dice, rate)) {
            if (dice.chance(interest.on(day))) {
                visits.add(Visit.browsing(Hours.WEB.on(day, window, zone, dice)));
            }
        }
    }

    private void addTickets(
            Person person, Interest interest, OptionalDouble droppedOutDay, Dice dice, List<Visit> visits) {
        double day = person.joinedDay() + Distributions.exponential(dice, person.ticketRate());
        while (day < window.days()) {
            if (dice.chance(interest.on(day))) {
                visits.add(support(day, 0.45, person, dice));
            }
            day += Distributions.exponential(dice, person.ticketRate());
        }
        if (droppedOutDay.isPresent() && dice.chance(COMPLAINS_AND_LEAVES)) {
            visits.add(support(droppedOutDay.getAsDouble() + dice.between(1, 10), 1, person, dice));
        }
    }

    private Visit support(double day, double complaint, Person person, Dice dice) {
        String item = baskets.item(person.buying(), dice).name();
        Instant at = Hours.WEB.on(day, window, person.identity().place().zone(), dice);
        return new Visit(at, Optional.empty(), Optional.of(tickets.about(item, complaint, dice)), Optional.empty());
    }
}
