package io.attune.sandbox.population.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.population.behaviour.Baskets;
import io.attune.sandbox.population.behaviour.Line;
import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.behaviour.Ticket;
import io.attune.sandbox.population.behaviour.Visit;
import io.attune.sandbox.population.catalogue.Item;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import io.attune.sandbox.population.person.Identity;
import io.attune.sandbox.population.person.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plays one visit: a page or more, products viewed, some put into the basket, now and then an order or a line to the
 * support desk. Who signs in is anonymous before and known after.
 * Not safe for use by several threads.
 */
final class WebSession {
    private final Person person;
    private final Browser browser;
    private final int device;
    private final Visit visit;
    private final Baskets baskets;
    private final double pace;
    private final Dice dice;
    private final List<ObjectNode> events = new ArrayList<>();
    private Instant at;

    WebSession(Person person, Browser browser, int device, Visit visit, Baskets baskets, double pace, Dice dice) {
        this.person = person;
        this.browser = browser;
        this.device = device;
        this.visit = visit;
        this.baskets = baskets;
        this.pace = pace;
        this.dice = dice;
        this.at = visit.at();
    }

    /** The events of the visit in order; those after the order or ticket have no place in it. */
    List<ObjectNode> play(boolean firstEver) {
        page("Home", "/");
        boolean mustSignIn =
                firstEver || visit.purchase().isPresent() || visit.ticket().isPresent();
        boolean hasAccount = person.presence().customerId().isPresent();
        if (hasAccount
                && !browser.signedIn()
                && (mustSignIn || dice.chance(person.browsing().signInRate()))) {
            browser.signIn();
            identify(firstEver);
        }
        visit.purchase().ifPresentOrElse(this::order, this::browse);
        visit.ticket().ifPresent(this::openTicket);
        return events;
    }

    /** The events of a visit in which things are laid into the cart, and nothing else is done. */
    List<ObjectNode> leave(List<Line> cart) {
        page("Home", "/");
        cart.forEach(this::lay);
        return events;
    }

    static String orderId(Person person, Purchase purchase) {
        return "W"
                + person.dice()
                        .split("order")
                        .split(purchase.at().toEpochMilli())
                        .hexadecimal(12);
    }

    private void browse() {
        if (visit.ticket().isPresent()) {
            page("Help", "/help");
            return;
        }
        int products = Distributions.geometric(dice, 0.5);
        for (int product = 0; product < Math.min(products, 6); product++) {
            Item item = baskets.item(person.buying(), dice);
            if (dice.chance(0.3)) {
                page(
                        item.category(),
                        "/categories/"
                                + item.category().toLowerCase(Locale.ROOT).replace(' ', '-'));
            }
            track("Product Viewed", SegmentEvents.product(item));
            if (dice.chance(0.18)) {
                track("Product Added", SegmentEvents.product(item).put("quantity", 1));
            }
        }
    }

    private void order(Purchase purchase) {
        purchase.lines().forEach(this::lay);
        track("Order Completed", SegmentEvents.order(orderId(person, purchase), purchase.total(), purchase.lines()));
    }

    private void lay(Line line) {
        track("Product Viewed", SegmentEvents.product(line.item()));
        track("Product Added", SegmentEvents.product(line.item()).put("quantity", line.quantity()));
    }

    private void openTicket(Ticket ticket) {
        ObjectNode properties = SegmentEvents.object();
        properties.put("ticket_id", "T" + dice.hexadecimal(8));
        properties.put("subject", ticket.subject());
        properties.put("text", ticket.text());
        track("Support Ticket Opened", properties);
    }

    private void page(String name, String path) {
        ObjectNode event = begin("page");
        event.put("name", name);
        ObjectNode properties = SegmentEvents.object();
        properties.put("title", name);
        properties.put("path", path);
        properties.put("url", "https://shop.example.com" + path);
        event.set("properties", properties);
        events.add(event);
    }

    private void track(String name, ObjectNode properties) {
        ObjectNode event = begin("track");
        event.put("event", name);
        event.set("properties", properties);
        events.add(event);
    }

    private void identify(boolean signsUp) {
        Identity identity = person.identity();
        ObjectNode event = begin("identify");
        ObjectNode traits = SegmentEvents.object();
        String email = identity.workEmail().filter(work -> dice.chance(0.3)).orElse(identity.email());
        traits.put("email", Handwriting.email(email, dice).strip());
        if (signsUp || dice.chance(0.3)) {
            traits.put("firstName", identity.givenName());
            traits.put("lastName", identity.familyName());
        }
        if (dice.chance(0.5)) {
            traits.put("phone", Handwriting.internationalPhone(identity.phone(), dice));
        }
        if (signsUp) {
            traits.put("createdAt", at.toString());
            consent().ifPresent(consent -> ((ObjectNode) event.get("context")).set("consent", consent));
        }
        event.set("traits", traits);
        events.add(event);
    }

    private Optional<ObjectNode> consent() {
        ObjectNode categories = SegmentEvents.object();
        person.presence().emailConsent().ifPresent(granted -> categories.put("email_marketing", granted));
        person.presence().smsConsent().ifPresent(granted -> categories.put("sms_marketing", granted));
        return categories.isEmpty()
                ? Optional.empty()
                : Optional.of(SegmentEvents.object().set("categoryPreferences", categories));
    }

    private ObjectNode begin(String type) {
        Optional<String> userId = person.presence().customerId().filter(id -> browser.signedIn());
        ObjectNode event = SegmentEvents.event(type, userId, Optional.of(browser.anonymousId()), at, dice);
        ObjectNode context = SegmentEvents.browserContext(person.identity(), device);
        visit.campaign()
                .ifPresent(campaign ->
                        context.set("campaign", SegmentEvents.object().put("name", campaign)));
        event.set("context", context);
        at = at.plusMillis((long) (pace * (1500 + dice.below(45_000))));
        return event;
    }
}
