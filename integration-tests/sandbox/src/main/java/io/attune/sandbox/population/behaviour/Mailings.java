package io.attune.sandbox.population.behaviour;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Reading;
import io.attune.sandbox.population.person.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The newsletters of the past and what a person did with each. They lead to visits, never by themselves to purchases. */
final class Mailings {
    private static final Duration GAP = Duration.ofDays(21);
    private static final List<String> SUBJECTS = List.of(
            "New in the shop",
            "Made for slow mornings",
            "Our favourites of the month",
            "Three things for the garden",
            "Something warm",
            "What everybody reads");

    private final Window window;
    private final List<Mailing> calendar;

    Mailings(Window window) {
        this.window = window;
        this.calendar = calendar(window);
    }

    List<MailReceipt> receipts(Person person, Interest interest) {
        if (!person.presence().emailConsent().orElse(false)
                || !person.presence().emailKnown()) {
            return List.of();
        }
        Dice dice = person.dice().split("mailings");
        Instant joined = window.at(person.joinedDay());
        List<MailReceipt> receipts = new ArrayList<>();
        for (Mailing mailing : calendar) {
            if (mailing.sentAt().isBefore(joined)) {
                continue;
            }
            MailReceipt receipt = receipt(mailing, person, interest.on(window.dayOf(mailing.sentAt())), dice);
            receipts.add(receipt);
            if (receipt.unsubscribedAt().isPresent()) {
                break;
            }
        }
        return receipts;
    }

    private MailReceipt receipt(Mailing mailing, Person person, double interest, Dice dice) {
        Reading reading = person.reading();
        Instant delivered = mailing.sentAt().plusSeconds(20 + dice.below(600));
        ZoneId zone = person.identity().place().zone();
        Optional<Instant> opened = known(
                dice.chance(reading.openRate() * interest),
                () -> ReadingTimes.after(delivered, zone, reading.hour(), dice));
        Optional<Instant> clicked = opened.flatMap(
                at -> known(dice.chance(reading.clickRate()), () -> at.plusSeconds(5 + dice.below(120))));
        double leaving = reading.unsubscribeRate() * (interest < 0.5 ? 3 : 1);
        Optional<Instant> unsubscribed =
                opened.flatMap(at -> known(dice.chance(leaving), () -> at.plusSeconds(30 + dice.below(60))));
        return new MailReceipt(mailing, delivered, opened, clicked, unsubscribed);
    }

    /** Something that happens, if it does, at a time; only what happened by now is known. */
    private Optional<Instant> known(boolean happens, Supplier<Instant> time) {
        return happens ? Optional.of(time.get()).filter(window::isPast) : Optional.empty();
    }

    private static List<Mailing> calendar(Window window) {
        List<Mailing> mailings = new ArrayList<>();
        Instant last = window.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(3));
        Instant at = last.atZone(ZoneOffset.UTC).withHour(6).toInstant();
        for (int number = 0; at.isAfter(window.start()); number++) {
            mailings.add(
                    0,
                    new Mailing(
                            number,
                            "newsletter-" + at.toString().substring(0, 10),
                            SUBJECTS.get(number % SUBJECTS.size()),
                            at));
            at = at.minus(GAP);
        }
        return mailings;
    }
}
