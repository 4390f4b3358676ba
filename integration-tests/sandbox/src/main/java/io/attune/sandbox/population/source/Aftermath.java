package io.attune.sandbox.population.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.population.behaviour.Biography;
import io.attune.sandbox.population.behaviour.Line;
import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.behaviour.Review;
import io.attune.sandbox.population.behaviour.Reviews;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What follows what a person did in the shop, as the shop's server reports it: requests to the support desk are settled, and some
 * purchases are reviewed. Who is about to drop out complains more often of the last thing that they bought. Stateless draws: nothing
 * else of the population depends on them.
 */
final class Aftermath {
    private static final double REVIEWS = 0.15;
    private static final double COMPLAINS = 0.15;
    private static final double COMPLAINS_BEFORE_LEAVING = 0.6;
    private static final double SETTLED = 0.9;
    private static final double DAYS_TO_SETTLE = 1.5;

    private final Window window;
    private final Reviews reviews = new Reviews();

    Aftermath(Window window) {
        this.window = window;
    }

    /** The settlements of requests among the events of sessions. */
    List<ObjectNode> settlements(Person person, List<ObjectNode> sessions, Dice dice) {
        List<ObjectNode> settled = new ArrayList<>();
        for (ObjectNode opened : sessions) {
            if (opened.path("event").asText().equals("Support Ticket Opened") && dice.chance(SETTLED)) {
                double days = Distributions.exponential(dice, 1 / DAYS_TO_SETTLE);
                ObjectNode properties = SegmentEvents.object();
                properties.put(
                        "ticket_id", opened.path("properties").path("ticket_id").asText());
                properties.put("status", "solved");
                settled.add(event(
                        person,
                        "Support Ticket Closed",
                        Instant.parse(opened.get("timestamp").asText()).plus(days(days)),
                        properties,
                        dice));
            }
        }
        return settled;
    }

    /** Reviews of web orders, a day to two weeks after them. */
    List<ObjectNode> reviews(Biography life, Dice dice) {
        Person person = life.person();
        Optional<Purchase> lastOfAll = life.droppedOutDay().isPresent()
                ? life.purchases().stream()
                        .filter(purchase -> !purchase.at()
                                .isAfter(window.at(life.droppedOutDay().getAsDouble())))
                        .reduce((earlier, later) -> later)
                : Optional.empty();
        List<ObjectNode> events = new ArrayList<>();
        for (Purchase purchase : life.purchases()) {
            if (purchase.online() && !purchase.cancelled() && dice.chance(REVIEWS)) {
                boolean leaves = lastOfAll.filter(purchase::equals).isPresent();
                Line line = dice.pick(purchase.lines());
                Review review = reviews.of(line.item().name(), leaves ? COMPLAINS_BEFORE_LEAVING : COMPLAINS, dice);
                ObjectNode properties = SegmentEvents.object();
                properties.put("product_id", line.item().id());
                properties.put("review_id", "R" + dice.hexadecimal(8));
                properties.put("rating", review.rating());
                properties.put("review_body", review.text());
                events.add(event(
                        person, "Product Reviewed", purchase.at().plus(days(dice.between(1, 14))), properties, dice));
            }
        }
        return events;
    }

    private static ObjectNode event(Person person, String name, Instant at, ObjectNode properties, Dice dice) {
        ObjectNode event = SegmentEvents.event("track", person.presence().customerId(), Optional.empty(), at, dice);
        event.put("event", name);
        ObjectNode context = SegmentEvents.object();
        context.set("library", SegmentEvents.object().put("name", "shop-server").put("version", "7.2"));
        context.put("timezone", person.identity().place().zone().getId());
        event.set("context", context);
        event.set("properties", properties);
        return event;
    }

    private static Duration days(double days) {
        return Duration.ofMillis((long) (days * Duration.ofDays(1).toMillis()));
    }
}
