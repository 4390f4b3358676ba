package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.resource.Rows;
import java.util.List;
import java.util.Locale;

/** What people write about their purchases. Safe for use by several threads. */
public final class Reviews {
    private final List<Review> praise = of("praise");
    private final List<Review> neutral = of("neutral");
    private final List<Review> complaints = of("complaint");

    /**
     * A review.
     *
     * @param complaint probability that it is a complaint; of the others, a quarter is neutral
     */
    public Review of(String item, double complaint, Dice dice) {
        boolean complains = dice.chance(complaint);
        Review review = dice.pick(complains ? complaints : dice.chance(0.25) ? neutral : praise);
        return new Review(
                review.kind(), review.rating(), review.text().replace("{item}", item.toLowerCase(Locale.ROOT)));
    }

    private static List<Review> of(String kind) {
        return Rows.of("reviews.csv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> new Review(row.get(0), Integer.parseInt(row.get(1)), row.get(2)))
                .toList();
    }
}
