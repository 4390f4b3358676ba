package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Window;
import java.util.List;

/**
 * Simulates what a person does in the window, and the purchases of the 90 days after it, as they would be if the hub
 * sent nothing. The same person always does the same. Safe for use by several threads.
 */
public final class Biographer {
    /** How far beyond now purchases are simulated, for the truth about who will buy again. */
    public static final int DAYS_AHEAD = 90;

    private final Window window;
    private final Purchases purchases;
    private final Mailings mailings;
    private final Visits visits;
    private final Carts carts;

    public Biographer(Window window, Baskets baskets) {
        this.window = window;
        this.purchases = new Purchases(window, baskets);
        this.mailings = new Mailings(window);
        this.visits = new Visits(window, baskets);
        this.carts = new Carts(window, baskets);
    }

    public Biography of(Person person) {
        // A day more, since a purchase is moved to an hour that is usual for it.
        Purchases.Shopping bought = purchases.until(window.days() + DAYS_AHEAD + 1.0, person);
        Interest interest = new Interest(person.browsing(), bought.droppedOutDay());
        List<MailReceipt> receipts = mailings.receipts(person, interest);
        return new Biography(
                person,
                bought.purchases(),
                visits.of(person, interest, bought, receipts),
                carts.of(person, interest, bought.purchases()),
                receipts,
                bought.droppedOutDay());
    }
}
