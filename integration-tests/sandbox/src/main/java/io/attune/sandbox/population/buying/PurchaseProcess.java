package io.attune.sandbox.population.buying;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The BG/NBD model of repeat purchases (Fader, Hardie & Lee 2005, "Counting Your Customers the Easy Way"): while
 * active, a customer buys as a Poisson process with a rate that is Gamma({@code r}, {@code alpha}) over customers;
 * after each repeat purchase the customer drops out for good with a probability that is Beta({@code a}, {@code b})
 * over customers. Time counts from the first purchase, which is not a repeat.
 *
 * @param r shape of the rates
 * @param alpha inverse scale of the rates, in days: the mean rate is r / alpha purchases a day
 * @param a first shape of the drop-out probabilities
 * @param b second shape of the drop-out probabilities: the mean is a / (a + b)
 */
public record PurchaseProcess(double r, double alpha, double a, double b) {
    public PurchaseProcess {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0)) {
            throw new IllegalArgumentException("r, alpha, a and b of the BG/NBD model must be positive");
        }
    }

    /**
     * One customer's own parameters.
     *
     * @param rate purchases a day while active
     * @param dropOut probability to drop out after a repeat purchase
     */
    public record Customer(double rate, double dropOut) {}

    /**
     * What one customer does.
     *
     * @param repeatPurchases days since the first purchase, rising
     * @param droppedOutAt the day of the purchase after which the customer dropped out, if within the horizon
     */
    public record Career(List<Double> repeatPurchases, OptionalDouble droppedOutAt) {
        public Career {
            repeatPurchases = List.copyOf(repeatPurchases);
        }
    }

    public Customer customer(Dice dice) {
        return new Customer(Distributions.gamma(dice, r, alpha), Distributions.beta(dice, a, b));
    }

    /** The repeat purchases of a customer in the {@code horizon} days after the first. */
    public static Career career(Customer customer, double horizon, Dice dice) {
        List<Double> purchases = new ArrayList<>();
        double day = Distributions.exponential(dice, customer.rate());
        while (day <= horizon) {
            purchases.add(day);
            if (dice.chance(customer.dropOut())) {
                return new Career(purchases, OptionalDouble.of(day));
            }
            day += Distributions.exponential(dice, customer.rate());
        }
        return new Career(purchases, OptionalDouble.empty());
    }
}
