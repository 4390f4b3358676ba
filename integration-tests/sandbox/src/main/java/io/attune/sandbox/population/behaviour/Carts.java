package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.catalogue.Item;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The carts that a person leaves, beside those of ordinary visits. Who hesitates fills one with some of what they order hours
 * to a few days later; a window shopper fills carts that come to nothing, the fuller the dearer. Draws of their own: nothing
 * else of the population depends on them.
 */
final class Carts {
    private static final double HOURS_AT_LEAST = 2;
    private static final double DAYS_OF_HESITATION = 1.4;
    private static final double DAYS_AT_MOST = 6;
    private static final double LEFT_OUT = 0.3;
    private static final double ONE_MORE_DREAM = 0.6;
    private static final int MOST_DREAMS = 6;

    private final Window window;
    private final Baskets baskets;

    Carts(Window window, Baskets baskets) {
        this.window = window;
        this.baskets = baskets;
    }

    /**
     * Those left by now, in order of time.
     *
     * @param purchases also those that lie ahead: the cart of an order of tomorrow may have been left today
     */
    List<Cart> of(Person person, Interest interest, List<Purchase> purchases) {
        Dice dice = person.dice().split("carts");
        List<Cart> carts = new ArrayList<>();
        for (Purchase purchase : purchases) {
            Dice own = dice.split(purchase.at().toEpochMilli());
            if (purchase.online() && own.chance(person.carting().hesitation())) {
                carts.add(hesitant(purchase, person, own));
            }
        }
        addDreams(person, interest, dice.split("dreams"), carts);
        carts.removeIf(cart -> !window.isPast(cart.at())
                || window.dayOf(cart.at()) < person.joinedDay()
                || cart.at().isBefore(window.start()));
        carts.sort(Comparator.comparing(Cart::at));
        return carts;
    }

    private Cart hesitant(Purchase purchase, Person person, Dice dice) {
        double days =
                HOURS_AT_LEAST / 24 + Math.min(DAYS_AT_MOST, Distributions.exponential(dice, 1 / DAYS_OF_HESITATION));
        Instant exact = purchase.at()
                .minus(Duration.ofMillis((long) (days * Duration.ofDays(1).toMillis())));
        ZoneId zone = person.identity().place().zone();
        Instant usual = Hours.WEB.on(window.dayOf(exact), window, zone, dice);
        Instant latest = purchase.at().minus(Duration.ofMinutes((long) (60 * HOURS_AT_LEAST)));
        List<Line> lines = new ArrayList<>(purchase.lines());
        lines.removeIf(line -> dice.chance(LEFT_OUT));
        return new Cart(
                usual.isBefore(latest) ? usual : exact,
                lines.isEmpty() ? purchase.lines().subList(0, 1) : lines,
                Optional.of(purchase));
    }

    /** A Poisson process thinned by interest, as visits are. */
    private void addDreams(Person person, Interest interest, Dice dice, List<Cart> carts) {
        double rate = person.carting().windowShoppingPerDay();
        if (rate == 0) {
            return;
        }
        ZoneId zone = person.identity().place().zone();
        for (double day = person.joinedDay() + Distributions.exponential(dice, rate);
                day < window.days();
                day += Distributions.exponential(dice, rate)) {
            if (dice.chance(interest.on(day))) {
                carts.add(new Cart(Hours.WEB.on(day, window, zone, dice), dreams(person, dice), Optional.empty()));
            }
        }
    }

    private List<Line> dreams(Person person, Dice dice) {
        int count = 1 + Math.min(MOST_DREAMS - 1, Distributions.geometric(dice, ONE_MORE_DREAM));
        List<Line> lines = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            Item item = baskets.item(person.buying(), dice);
            lines.add(new Line(item, 1, item.price()));
        }
        return lines;
    }
}
