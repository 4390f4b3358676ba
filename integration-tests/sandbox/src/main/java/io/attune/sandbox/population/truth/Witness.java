package io.attune.sandbox.population.truth;

import io.attune.sandbox.population.behaviour.Biographer;
import io.attune.sandbox.population.behaviour.Biography;
import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.person.Browsing;
import io.attune.sandbox.population.person.Buying;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Reading;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.population.sink.Contact;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.source.Entity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Sees what people did and which traces they left, and states the truth about it. Stateless. */
public final class Witness {
    private final Window window;

    public Witness(Window window) {
        this.window = window;
    }

    public PersonTruth truth(Biography life) {
        Person person = life.person();
        List<Purchase> counted = life.purchases().stream()
                .filter(purchase -> !purchase.cancelled())
                .toList();
        List<Purchase> past = counted.stream()
                .filter(purchase -> window.isPast(purchase.at()))
                .toList();
        Instant horizon = window.now().plus(Duration.ofDays(Biographer.DAYS_AHEAD));
        long ahead = counted.stream()
                .filter(purchase ->
                        !window.isPast(purchase.at()) && !purchase.at().isAfter(horizon))
                .count();
        Optional<Instant> droppedOutAt = life.droppedOutDay().isPresent()
                ? Optional.of(window.at(life.droppedOutDay().getAsDouble())).filter(window::isPast)
                : Optional.empty();
        return new PersonTruth(
                person.id(),
                String.format(Locale.ROOT, "person-%06d", person.household()),
                person.buying().buys() && droppedOutAt.isEmpty(),
                past.size(),
                past.stream().findFirst().map(Purchase::at),
                past.isEmpty()
                        ? Optional.empty()
                        : Optional.of(past.get(past.size() - 1).at()),
                droppedOutAt,
                (int) ahead,
                past.stream()
                        .map(Purchase::total)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .doubleValue(),
                traits(person));
    }

    /** What is known of somebody who joins after the history. */
    public PersonTruth newcomer(Person person) {
        return truth(new Biography(person, List.of(), List.of(), List.of(), List.of(), OptionalDouble.empty()));
    }

    /** The entities that the hub will see in what a person left. */
    public static Set<Entity> entities(Person person, List<Contact> contacts, List<WebEvent> events, List<Sale> sales) {
        Set<Entity> entities = new LinkedHashSet<>();
        contacts.forEach(contact -> entities.add(Entity.contact(contact.id())));
        events.forEach(event -> entities.add(entity(event)));
        sales.forEach(sale -> entities.add(entity(sale, person)));
        return entities;
    }

    private static Entity entity(WebEvent event) {
        return event.userId().map(Entity::user).orElseGet(() -> Entity.anonymous(event.key()));
    }

    private static Entity entity(Sale sale, Person person) {
        if (sale.loyaltyId().isPresent()) {
            return Entity.loyaltyCard(sale.loyaltyId().get());
        }
        return sale.phone().isPresent()
                ? Entity.phone(person.identity().phone().e164())
                : Entity.receipt(sale.receipt());
    }

    private static Map<String, String> traits(Person person) {
        Map<String, String> traits = new LinkedHashMap<>();
        Buying buying = person.buying();
        traits.put("purchaseRate", Double.toString(buying.customer().rate()));
        traits.put("dropOut", Double.toString(buying.customer().dropOut()));
        traits.put("onlineShare", Double.toString(buying.onlineShare()));
        traits.put("priceLevel", Double.toString(buying.priceLevel()));
        traits.put("tastes", buying.tastes().stream().map(Object::toString).collect(Collectors.joining(" ")));
        traits.put(
                "habits",
                buying.habits().stream()
                        .map(habit -> habit.itemId() + " " + habit.gapDays())
                        .collect(Collectors.joining(", ")));
        traits.put("refundRate", Double.toString(buying.refundRate()));
        Browsing browsing = person.browsing();
        traits.put("visitsPerDay", Double.toString(browsing.visitsPerDay()));
        traits.put("hesitation", Double.toString(person.carting().hesitation()));
        traits.put("windowShoppingPerDay", Double.toString(person.carting().windowShoppingPerDay()));
        Reading reading = person.reading();
        traits.put("openRate", Double.toString(reading.openRate()));
        traits.put("clickRate", Double.toString(reading.clickRate()));
        traits.put("unsubscribeRate", Double.toString(reading.unsubscribeRate()));
        traits.put("readingHour", Double.toString(reading.hour()));
        traits.put("channelPreference", reading.preference().name());
        traits.put("persuasion", Double.toString(reading.persuasion()));
        traits.put("ticketRate", Double.toString(person.ticketRate()));
        traits.put("timeZone", person.identity().place().zone().getId());
        traits.put("group", person.group());
        traits.put("joinedDay", Double.toString(person.joinedDay()));
        return traits;
    }
}
