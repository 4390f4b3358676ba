package io.attune.sandbox.population.person;

import io.attune.sandbox.population.dice.Dice;

/**
 * One simulated person: never sent anywhere, known to tests only.
 *
 * @param index from 0; those at or beyond the size of the population sign up while it is live
 * @param id {@code person-} and the index
 * @param group an attribute that decisions should not depend on
 * @param joinedDay day of the window on which they became known to the shop
 * @param ticketRate support tickets a day while they are customers
 * @param household the index of the person who shares something with this one; their own where nobody does
 * @param shared what is shared with that person
 * @param firstDevice the stream that the cookie of their first browser comes from: another's if they share a device
 * @param dice their own stream of chance, to be split by name
 */
public record Person(
        int index,
        String id,
        Identity identity,
        Presence presence,
        String group,
        double joinedDay,
        Buying buying,
        Browsing browsing,
        Carting carting,
        Reading reading,
        double ticketRate,
        int household,
        Shared shared,
        Dice dice,
        Dice firstDevice) {
    /** What two people of one household have in common, for a tiny share of all. */
    public enum Shared {
        NOTHING,
        PHONE,
        EMAIL,
        DEVICE
    }
}
