package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.buying.PurchaseProcess;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import io.attune.sandbox.population.person.Buying;
import io.attune.sandbox.population.person.Habit;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything one person buys. The first purchase comes soon after joining; ordinary ones follow the BG/NBD process;
 * those of a habit come at its gap, give or take, until the person drops out or loses the habit.
 */
final class Purchases {
    private static final double DAYS_TO_FIRST = 4;
    private static final double HABIT_LOST = 0.04;
    private static final double GAP_VARIATION = 0.12;

    private final Window window;
    private final Baskets baskets;

    Purchases(Window window, Baskets baskets) {
        this.window = window;
        this.baskets = baskets;
    }

    /**
     * @param purchases in order of time
     * @param droppedOutDay the day of the window on which the person dropped out, if before its horizon
     */
    record Shopping(List<Purchase> purchases, OptionalDouble droppedOutDay) {}

    /** What {@code person} buys from joining until {@code horizon}, a day of the window. */
    Shopping until(double horizon, Person person) {
        Dice dice = person.dice().split("purchases");
        if (!person.buying().buys()) {
            // Those who only look lose interest too.
            return new Shopping(
                    List.of(), OptionalDouble.of(person.joinedDay() + Distributions.exponential(dice, 1.0 / 60)));
        }
        double first = person.joinedDay() + Distributions.exponential(dice, 1 / DAYS_TO_FIRST);
        PurchaseProcess.Career career =
                PurchaseProcess.career(person.buying().customer(), horizon - first, dice.split("career"));
        OptionalDouble droppedOut = career.droppedOutAt().isPresent()
                ? OptionalDouble.of(first + career.droppedOutAt().getAsDouble())
                : OptionalDouble.empty();
        List<Purchase> purchases = new ArrayList<>();
        Dice ordinary = dice.split("ordinary");
        purchases.add(ordinary(first, person, ordinary));
        career.repeatPurchases().forEach(day -> purchases.add(ordinary(first + day, person, ordinary)));
        double end = droppedOut.orElse(horizon);
        for (Habit habit : person.buying().habits()) {
            addHabit(habit, first, end, person, dice.split(habit.itemId()), purchases);
        }
        purchases.sort(Comparator.comparing(Purchase::at));
        return new Shopping(purchases, droppedOut);
    }

    private Purchase ordinary(double day, Person person, Dice dice) {
        List<Line> lines = baskets.basket(person.buying(), dice);
        return purchase(day, person, lines, Purchase.Cause.ORDINARY, dice);
    }

    private void addHabit(Habit habit, double first, double end, Person person, Dice dice, List<Purchase> purchases) {
        double day = first + dice.uniform() * habit.gapDays();
        while (day < end) {
            List<Line> lines = baskets.refill(habit, person.buying(), dice);
            purchases.add(purchase(day, person, lines, Purchase.Cause.HABIT, dice));
            if (dice.chance(HABIT_LOST)) {
                return;
            }
            double variation = 1 + GAP_VARIATION * Distributions.normal(dice);
            day += habit.gapDays() * Math.max(0.3, variation);
        }
    }

    private Purchase purchase(double day, Person person, List<Line> lines, Purchase.Cause cause, Dice dice) {
        Buying buying = person.buying();
        boolean online = dice.chance(buying.onlineShare());
        Hours hours = online ? Hours.WEB : Hours.SHOP;
        Instant at = hours.on(day, window, person.identity().place().zone(), dice);
        boolean cancelled = !online && dice.chance(0.01);
        Optional<Instant> refundedAt = !cancelled && dice.chance(buying.refundRate())
                ? Optional.of(at.plus(Duration.ofMinutes((long) (60 * 24 * dice.between(1, 20)))))
                : Optional.empty();
        return new Purchase(at, online, lines, cancelled, refundedAt, cause);
    }
}
