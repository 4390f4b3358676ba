package io.attune.sandbox.population.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.population.behaviour.Baskets;
import io.attune.sandbox.population.behaviour.Cart;
import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.behaviour.Visit;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sessions in which carts are left. They are played on a browser as the sessions before left it, without signing in or
 * losing a cookie, so that no other session changes. A cart lies in the browser in which it is ordered; of an order that lies
 * ahead, or never comes, in the one used last. Where the browser of the order was never used before, a stranger leaves it. Not safe for use by several threads.
 */
final class CartSessions {
    private final Person person;
    private final Baskets baskets;
    private final List<Played> played = new ArrayList<>();

    private record Played(Visit visit, int device, Browser before, Browser after) {}

    CartSessions(Person person, Baskets baskets) {
        this.person = person;
        this.baskets = baskets;
    }

    /**
     * Takes note of a session; they come in order of time.
     *
     * @param before the browser as it was when the session began
     * @param after as it was when the session ended
     */
    void note(Visit visit, int device, Browser before, Browser after) {
        played.add(new Played(visit, device, before, after));
    }

    /** Their events, after all sessions have been noted. */
    List<ObjectNode> play(List<Cart> carts, Dice dice) {
        List<ObjectNode> events = new ArrayList<>();
        for (Cart cart : carts) {
            Dice own = dice.split(cart.at().toEpochMilli());
            session(cart, own).ifPresent(session -> events.addAll(session.leave(cart.lines())));
        }
        return events;
    }

    private Optional<WebSession> session(Cart cart, Dice dice) {
        Optional<Played> order = cart.purchase().flatMap(this::orderOf);
        List<Played> candidates = played.stream()
                .filter(session ->
                        order.isEmpty() || session.device() == order.get().device())
                .toList();
        Optional<Played> earlier = candidates.stream()
                .filter(session -> session.visit().at().isBefore(cart.at()))
                .reduce((former, later) -> later);
        Optional<Played> first = order.flatMap(any -> candidates.stream().findFirst());
        return earlier.map(session -> session(cart, session.device(), session.after(), dice))
                .or(() -> first.map(session -> session(cart, session.device(), session.before(), dice)));
    }

    private WebSession session(Cart cart, int device, Browser browser, Dice dice) {
        return new WebSession(person, browser, device, Visit.browsing(cart.at()), baskets, 1, dice);
    }

    private Optional<Played> orderOf(Purchase purchase) {
        return played.stream()
                .filter(session ->
                        session.visit().purchase().filter(purchase::equals).isPresent())
                .findFirst();
    }
}
