package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.resource.Rows;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What people write to the support desk. */
final class Tickets {
    private final List<Ticket> complaints = of("complaint");
    private final List<Ticket> others =
            Stream.concat(of("question").stream(), of("praise").stream()).toList();

    /** @param complaint probability that it is a complaint */
    Ticket about(String item, double complaint, Dice dice) {
        Ticket ticket = dice.pick(dice.chance(complaint) ? complaints : others);
        return new Ticket(
                ticket.kind(), ticket.subject(), ticket.text().replace("{item}", item.toLowerCase(Locale.ROOT)));
    }

    private static List<Ticket> of(String kind) {
        return Rows.of("tickets.csv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> new Ticket(row.get(0), row.get(1), row.get(2)))
                .toList();
    }
}
