package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.person.Person;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What one person did, and will do.
 *
 * @param purchases in order of time, those of the next 90 days included
 * @param visits in order of time, until now
 * @param carts left in further visits, in order of time, until now
 * @param mails in order of time, until now
 * @param droppedOutDay the day of the window on which they dropped out, which may lie ahead
 */
public record Biography(
        Person person,
        List<Purchase> purchases,
        List<Visit> visits,
        List<Cart> carts,
        List<MailReceipt> mails,
        OptionalDouble droppedOutDay) {
    public Biography {
        purchases = List.copyOf(purchases);
        visits = List.copyOf(visits);
        carts = List.copyOf(carts);
        mails = List.copyOf(mails);
    }
}
