package io.attune.sandbox.population.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.population.behaviour.Baskets;
import io.attune.sandbox.population.behaviour.Biography;
import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.behaviour.Visit;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.population.sink.WebEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a person looks to the web shop's analytics: sessions on one or more browsers, and the past mailings. */
public final class WebView {
    private static final double COOKIE_LOST = 0.04;

    private final Window window;
    private final Baskets baskets;
    private final Aftermath aftermath;

    public WebView(Window window, Baskets baskets) {
        this.window = window;
        this.baskets = baskets;
        this.aftermath = new Aftermath(window);
    }

    /** The events of all that happened by now, in order of time. */
    public List<WebEvent> events(Biography life) {
        Person person = life.person();
        Dice dice = person.dice().split("web");
        List<ObjectNode> events = new ArrayList<>(sessions(life, dice));
        if (person.presence().customerId().isPresent()) {
            events.addAll(aftermath.settlements(person, events, dice.split("settlements")));
            events.addAll(aftermath.reviews(life, dice.split("reviews")));
        }
        events.addAll(refunds(life, dice.split("refunds")));
        events.addAll(MailEvents.of(person, life.mails(), dice.split("mails")));
        return events.stream()
                .filter(event ->
                        window.isPast(Instant.parse(event.get("receivedAt").asText())))
                .sorted(Comparator.comparing(
                        event -> Instant.parse(event.get("timestamp").asText())))
                .map(SegmentEvents::written)
                .toList();
    }

    /**
     * The events of a visit that happens after the history, on the person's first browser, where they signed in. The
     * hub itself is to receive them, so they do not say when they were received.
     *
     * @param pace how long the visitor takes over everything, relative to people
     */
    public List<WebEvent> visit(Person person, Visit visit, boolean firstEver, double pace, Dice dice) {
        Browser browser = new Browser(person, 0);
        if (!firstEver && dice.chance(0.7)) {
            browser.signIn();
        }
        List<ObjectNode> events = new WebSession(person, browser, 0, visit, baskets, pace, dice).play(firstEver);
        events.forEach(event -> event.remove(List.of("receivedAt", "sentAt")));
        return events.stream().map(SegmentEvents::written).toList();
    }

    private List<ObjectNode> sessions(Biography life, Dice web) {
        Person person = life.person();
        Dice dice = web.split("sessions");
        CartSessions carts = new CartSessions(person, baskets);
        List<Browser> browsers = new ArrayList<>();
        for (int device = 0; device < person.browsing().devices(); device++) {
            browsers.add(new Browser(person, device));
        }
        List<ObjectNode> events = new ArrayList<>();
        boolean firstEver = true;
        for (Visit visit : life.visits()) {
            int device = dice.chance(0.65) ? 0 : dice.below(browsers.size());
            Browser browser = browsers.get(device);
            if (dice.chance(COOKIE_LOST)) {
                browser.forget();
            }
            Browser before = browser.asItIs();
            events.addAll(new WebSession(person, browser, device, visit, baskets, 1, dice).play(firstEver));
            carts.note(visit, device, before, browser.asItIs());
            firstEver = false;
        }
        events.addAll(carts.play(life.carts(), web.split("carts")));
        return events;
    }

    /** Orders of account holders that were sent back; the shop's server reports them. */
    private static List<ObjectNode> refunds(Biography life, Dice dice) {
        Person person = life.person();
        Optional<String> userId = person.presence().customerId();
        List<ObjectNode> events = new ArrayList<>();
        for (Purchase purchase : life.purchases()) {
            if (!purchase.online() || userId.isEmpty() || purchase.refundedAt().isEmpty()) {
                continue;
            }
            Instant at = purchase.refundedAt().get();
            ObjectNode event = SegmentEvents.event("track", userId, Optional.empty(), at, dice);
            event.put("event", "Order Refunded");
            ObjectNode context = SegmentEvents.object();
            context.set(
                    "library", SegmentEvents.object().put("name", "shop-server").put("version", "7.2"));
            event.set("context", context);
            String orderId = WebSession.orderId(person, purchase);
            event.set("properties", SegmentEvents.order(orderId, purchase.total(), purchase.lines()));
            events.add(event);
        }
        return events;
    }
}
