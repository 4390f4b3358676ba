package io.attune.sandbox.population.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.population.behaviour.MailReceipt;
import io.attune.sandbox.population.behaviour.Mailing;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The past mailings as Segment's e-mail events, which name the reader by account and address. */
final class MailEvents {
    private MailEvents() {}

    static List<ObjectNode> of(Person person, List<MailReceipt> receipts, Dice dice) {
        List<ObjectNode> events = new ArrayList<>();
        for (MailReceipt receipt : receipts) {
            Mailing mailing = receipt.mailing();
            events.add(event("Email Delivered", receipt.deliveredAt(), person, mailing, dice));
            receipt.openedAt().ifPresent(at -> events.add(event("Email Opened", at, person, mailing, dice)));
            receipt.clickedAt().ifPresent(at -> {
                ObjectNode click = event("Email Link Clicked", at, person, mailing, dice);
                ((ObjectNode) click.get("properties")).put("link_url", "https://shop.example.com/");
                events.add(click);
            });
            receipt.unsubscribedAt().ifPresent(at -> events.add(event("Unsubscribed", at, person, mailing, dice)));
        }
        return events;
    }

    /** The mail tool's own name for a reader without an account. */
    static String readerId(Person person) {
        return "mail-" + person.dice().split("mail reader").hexadecimal(16);
    }

    private static ObjectNode event(String name, Instant at, Person person, Mailing mailing, Dice dice) {
        Optional<String> userId = person.presence().customerId();
        Optional<String> readerId = userId.isPresent() ? Optional.empty() : Optional.of(readerId(person));
        ObjectNode event = SegmentEvents.event("track", userId, readerId, at, dice);
        event.put("event", name);
        ObjectNode context = SegmentEvents.object();
        context.set("library", SegmentEvents.object().put("name", "newsletter").put("version", "2.4"));
        context.set(
                "traits", SegmentEvents.object().put("email", person.identity().email()));
        event.set("context", context);
        ObjectNode properties = SegmentEvents.object();
        properties.put(
                "email_id",
                person.dice().split("mailing").split(mailing.number()).hexadecimal(16));
        properties.put("email_subject", mailing.subject());
        properties.put("campaign_id", mailing.campaign());
        properties.put("campaign_name", mailing.subject());
        event.set("properties", properties);
        return event;
    }
}
