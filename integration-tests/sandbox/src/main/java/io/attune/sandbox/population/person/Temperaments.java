package io.attune.sandbox.population.person;

import io.attune.sandbox.population.buying.PurchaseProcess;
import io.attune.sandbox.population.catalogue.Catalogue;
import io.attune.sandbox.population.catalogue.Category;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws how people are: what they buy, how they browse, how they read. */
final class Temperaments {
    private static final List<ChannelPreference> PREFERENCES =
            List.of(ChannelPreference.EMAIL, ChannelPreference.SMS, ChannelPreference.NONE);

    private final Catalogue catalogue;
    private final PurchaseProcess process;

    Temperaments(Catalogue catalogue, PurchaseProcess process) {
        this.catalogue = catalogue;
        this.process = process;
    }

    Buying buying(boolean hasAccount, boolean hasCard, String group, Dice dice) {
        List<Double> tastes = new ArrayList<>();
        for (int category = 0; category < catalogue.categories().size(); category++) {
            tastes.add(Distributions.gamma(dice, 0.4, 1));
        }
        double onlineShare = hasAccount ? hasCard ? Distributions.beta(dice, 2, 2) : 0.9 : 0.04;
        return new Buying(
                dice.chance(0.9),
                process.customer(dice),
                onlineShare,
                Distributions.logNormal(dice, 0.25),
                1 + Distributions.gamma(dice, 1.5, 1.5),
                tastes,
                habits(dice),
                Distributions.beta(dice, 1, 24),
                // One group shows its cards less often, so that less is known about it, as happens in life.
                "blue".equals(group) ? 0.84 : 0.94);
    }

    Browsing browsing(boolean hasAccount, PurchaseProcess.Customer customer, Dice dice) {
        double own = Distributions.gamma(dice, 3, 36) + 0.5 * customer.rate();
        return new Browsing(
                hasAccount ? own : 0.1 * own,
                dice.between(15, 60),
                dice.between(4, 12),
                dice.between(0.01, 0.06),
                Distributions.beta(dice, 3, 3),
                1 + dice.weighted(0.55, 0.35, 0.10));
    }

    /** Those who never buy dream most; of the others, one in six does. */
    Carting carting(boolean hasAccount, boolean buys, Dice dice) {
        double hesitation = Distributions.beta(dice, 1.2, 1.2);
        boolean dreams = dice.chance(buys ? 1.0 / 6 : 0.7);
        double perDay = dreams ? Distributions.gamma(dice, 2, 36) : 0;
        return new Carting(hesitation, hasAccount ? perDay : 0.1 * perDay);
    }

    Reading reading(Dice dice) {
        ChannelPreference preference = PREFERENCES.get(dice.weighted(0.6, 0.25, 0.15));
        double liking = preference == ChannelPreference.EMAIL ? 1.2 : 0.75;
        return new Reading(
                Math.min(0.95, liking * Distributions.beta(dice, 2.2, 4)),
                Distributions.beta(dice, 1.5, 6),
                Distributions.beta(dice, 1, 90),
                List.of(7.5, 12.5, 18.0, 21.0).get(dice.weighted(0.35, 0.2, 0.2, 0.25)),
                preference,
                Distributions.gamma(dice, 2, 2));
    }

    private List<Habit> habits(Dice dice) {
        List<Category> usedUp = catalogue.categories().stream()
                .filter(category -> category.usualGapDays().isPresent())
                .toList();
        int count = dice.weighted(0.6, 0.32, 0.08);
        List<Habit> habits = new ArrayList<>();
        for (int habit = 0; habit < count; habit++) {
            Category category = dice.pick(usedUp);
            double gap = category.usualGapDays().getAsInt() * dice.between(0.8, 1.9);
            habits.add(new Habit(dice.pick(category.items().subList(0, 4)).id(), gap));
        }
        return habits;
    }

    static Optional<Boolean> consent(double asked, double granted, Dice dice) {
        return dice.chance(asked) ? Optional.of(dice.chance(granted)) : Optional.empty();
    }
}
