package io.attune.sandbox.population.source;

import io.attune.sandbox.population.behaviour.Biography;
import io.attune.sandbox.population.behaviour.Line;
import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Place;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.population.sink.Sale;
import io.attune.sandbox.population.sink.SaleLine;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the purchases of a person look at the tills: with the loyalty card, sometimes a phone number, sometimes neither.
 */
public final class SaleView {
    private static final long IDS_A_PERSON = 10_000;
    private static final long IDS = 1L << 47;

    /** Odd, so that different numbers below a power of two stay different. */
    private static final long STRIDE = 0x5DEECE66DL;

    private static final double PHONE_BESIDE_CARD = 0.25;
    private static final double PHONE_WITHOUT_CARD = 0.7;

    private final Window window;

    public SaleView(Window window) {
        this.window = window;
    }

    /** The rows of all that was bought in shops by now. */
    public List<Sale> sales(Biography life) {
        List<Sale> sales = new ArrayList<>();
        Dice dice = life.person().dice().split("tills");
        for (Purchase purchase : life.purchases()) {
            if (!purchase.online() && window.isPast(purchase.at())) {
                long number = life.person().index() * IDS_A_PERSON + sales.size() + 1;
                sales.addAll(rows(life.person(), purchase, id(number), id(number + 1), dice));
            }
        }
        return sales;
    }

    /**
     * The row of one purchase, and that of its refund if that happened by now.
     *
     * @param id of the sale
     * @param refundId of its refund
     */
    public List<Sale> rows(Person person, Purchase purchase, long id, long refundId, Dice dice) {
        boolean card = person.presence().loyaltyId().isPresent()
                && dice.chance(person.buying().cardUse());
        Optional<String> loyaltyId = person.presence().loyaltyId().filter(number -> card);
        Optional<String> phone = dice.chance(card ? PHONE_BESIDE_CARD : PHONE_WITHOUT_CARD)
                ? Optional.of(Handwriting.internationalPhone(person.identity().phone(), dice))
                : Optional.empty();
        Instant written = purchase.cancelled()
                ? earlier(purchase.at().plus(Duration.ofMinutes(2 + dice.below(40))))
                : purchase.at();
        Sale sale = row(person, purchase, id, purchase.at(), written, loyaltyId, phone, OptionalLong.empty());
        Optional<Sale> refund = purchase.refundedAt()
                .filter(window::isPast)
                .map(at -> row(person, purchase, refundId, at, at, loyaltyId, phone, OptionalLong.of(id)));
        return refund.map(back -> List.of(sale, back)).orElse(List.of(sale));
    }

    /** Tills number sales as they come, so the ids of one person must not lie together. */
    private static long id(long number) {
        return number * STRIDE & (IDS - 1);
    }

    private Sale row(
            Person person,
            Purchase purchase,
            long id,
            Instant at,
            Instant written,
            Optional<String> loyaltyId,
            Optional<String> phone,
            OptionalLong refundOf) {
        Place place = person.identity().place();
        String kind = refundOf.isPresent() ? "refund" : purchase.cancelled() ? "cancelled" : "sale";
        return new Sale(
                id,
                String.format(Locale.ROOT, "R%012d", id),
                kind,
                refundOf,
                place.country() + "-" + place.city(),
                at.truncatedTo(ChronoUnit.SECONDS),
                place.zone().getRules().getOffset(at).getTotalSeconds() / 60,
                loyaltyId,
                phone,
                purchase.total(),
                "EUR",
                written.truncatedTo(ChronoUnit.SECONDS),
                lines(purchase.lines()));
    }

    private static List<SaleLine> lines(List<Line> bought) {
        List<SaleLine> lines = new ArrayList<>();
        for (Line line : bought) {
            lines.add(new SaleLine(
                    lines.size() + 1,
                    line.item().id(),
                    line.item().name(),
                    line.item().category(),
                    line.quantity(),
                    line.price()));
        }
        return lines;
    }

    private Instant earlier(Instant at) {
        return window.isPast(at) ? at : window.now();
    }
}
