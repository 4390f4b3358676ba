package io.attune.sandbox.population.person;

import io.attune.sandbox.population.buying.PurchaseProcess;
import java.util.List;

/**
 * How somebody buys.
 *
 * @param buys whether they ever buy; the others only look
 * @param customer rate and drop-out of their ordinary purchases
 * @param onlineShare part of the ordinary purchases that is made on the web
 * @param priceLevel what they pay for an item, relative to its list price
 * @param basketSize mean number of items of a purchase, companions not counted
 * @param tastes weight of each category, in the order of the catalogue
 * @param habits what they buy at regular gaps
 * @param refundRate probability that a purchase is brought back
 * @param cardUse probability that they show their loyalty card at the till
 */
public record Buying(
        boolean buys,
        PurchaseProcess.Customer customer,
        double onlineShare,
        double priceLevel,
        double basketSize,
        List<Double> tastes,
        List<Habit> habits,
        double refundRate,
        double cardUse) {
    public Buying {
        tastes = List.copyOf(tastes);
        habits = List.copyOf(habits);
    }
}
