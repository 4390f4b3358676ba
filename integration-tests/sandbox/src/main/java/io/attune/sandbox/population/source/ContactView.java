package io.attune.sandbox.population.source;

import io.attune.sandbox.population.behaviour.Biography;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Identity;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.person.Presence;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.population.sink.Contact;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a person looks in Salesforce: one contact, or none, or a second one that somebody else typed in later from what
 * they heard. Ids of the account and the card are there for some only.
 */
public final class ContactView {
    private static final double TWICE = 0.12;
    private static final DateTimeFormatter SALESFORCE_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS+0000", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Window window;

    public ContactView(Window window) {
        this.window = window;
    }

    public List<Contact> contacts(Biography life) {
        Person person = life.person();
        if (!person.presence().contact()) {
            return List.of();
        }
        Dice dice = person.dice().split("contacts");
        Instant created = window.at(person.joinedDay()).truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> unsubscribed = life.mails().stream()
                .flatMap(mail -> mail.unsubscribedAt().stream())
                .findFirst();
        List<Contact> contacts = new ArrayList<>();
        contacts.add(first(person, created, unsubscribed, dice.split("first")));
        if (dice.chance(TWICE)) {
            long age = Duration.between(created, window.now()).toSeconds();
            Instant later = created.plusSeconds((long) (age * dice.uniform()));
            contacts.add(second(person, later, dice.split("second")));
        }
        return contacts;
    }

    /** The contact of somebody who joins at {@code at}, after the history; empty if nobody keeps one. */
    public Optional<Contact> newcomer(Person person, Instant at) {
        Instant created = at.truncatedTo(ChronoUnit.SECONDS);
        return person.presence().contact()
                ? Optional.of(
                        first(person, created, Optional.empty(), person.dice().split("contacts")))
                : Optional.empty();
    }

    private Contact first(Person person, Instant created, Optional<Instant> unsubscribed, Dice dice) {
        Identity identity = person.identity();
        Presence presence = person.presence();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Id", SalesforceId.ofContact(2L * person.index()));
        put(fields, "FirstName", Optional.of(identity.givenName()));
        put(fields, "LastName", Optional.of(identity.familyName()));
        String email = dice.chance(0.03)
                ? Handwriting.mistypedEmail(identity.email(), dice)
                : Handwriting.email(identity.email(), dice);
        put(fields, "Email", Optional.of(email).filter(known -> presence.contactHasEmail()));
        putPhone(fields, identity, 0.85, dice);
        put(fields, "Birthdate", Optional.of(identity.birthDate().toString()).filter(known -> dice.chance(0.6)));
        if (dice.chance(0.85)) {
            fields.put("MailingStreet", identity.street());
            fields.put("MailingCity", identity.place().city());
            fields.put("MailingState", identity.place().region());
            fields.put("MailingPostalCode", identity.postcode());
        }
        fields.put("MailingCountry", identity.place().country());
        put(fields, "Loyalty_Id__c", presence.loyaltyId().filter(id -> dice.chance(0.8)));
        put(fields, "Customer_Id__c", presence.customerId().filter(id -> dice.chance(0.7)));
        put(fields, "Time_Zone__c", Optional.of(identity.place().zone().getId()).filter(known -> dice.chance(0.7)));
        fields.put("Language__c", identity.place().language());
        fields.put("Group__c", person.group());
        // Sales people hear of only some of those who unsubscribed: the newer of two consents must win in the hub.
        Optional<Instant> heard = unsubscribed.filter(at -> dice.chance(0.5));
        putConsent(
                fields,
                "Email",
                heard.isPresent() ? Optional.of(false) : presence.emailConsent(),
                heard.orElse(created));
        putConsent(fields, "Sms", presence.smsConsent(), created);
        return dated(fields, created, heard.orElse(created));
    }

    /** The twin: a nickname or a slip in the name, and an address that is right, wrong, another one, or missing. */
    private Contact second(Person person, Instant created, Dice dice) {
        Identity identity = person.identity();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Id", SalesforceId.ofContact(2L * person.index() + 1));
        boolean nickname = !identity.nicknames().isEmpty() && dice.chance(0.6);
        fields.put("FirstName", nickname ? dice.pick(identity.nicknames()) : identity.givenName());
        fields.put(
                "LastName",
                dice.chance(0.4) ? Handwriting.mistyped(identity.familyName(), dice) : identity.familyName());
        Optional<String> email = switch (dice.weighted(0.45, 0.3, 0.15, 0.1)) {
            case 0 -> Optional.of(Handwriting.email(identity.email(), dice));
            case 1 -> Optional.of(Handwriting.mistypedEmail(identity.email(), dice));
            case 2 -> identity.workEmail();
            default -> Optional.empty();
        };
        put(fields, "Email", email);
        putPhone(fields, identity, 0.6, dice);
        put(fields, "Birthdate", Optional.of(identity.birthDate().toString()).filter(known -> dice.chance(0.4)));
        fields.put("MailingCity", identity.place().city());
        put(fields, "MailingPostalCode", Optional.of(identity.postcode()).filter(known -> dice.chance(0.6)));
        fields.put("MailingCountry", identity.place().country());
        put(fields, "Loyalty_Id__c", person.presence().loyaltyId().filter(id -> dice.chance(0.15)));
        fields.put("Language__c", identity.place().language());
        return dated(fields, created, created);
    }

    private static void putPhone(Map<String, Object> fields, Identity identity, double known, Dice dice) {
        if (!dice.chance(known)) {
            return;
        }
        String phone = dice.chance(0.4)
                ? Handwriting.nationalPhone(identity.phone(), dice)
                : Handwriting.internationalPhone(identity.phone(), dice);
        fields.put(dice.chance(0.7) ? "MobilePhone" : "Phone", phone);
    }

    private static void putConsent(Map<String, Object> fields, String channel, Optional<Boolean> consent, Instant at) {
        consent.ifPresent(granted -> {
            fields.put(channel + "_Consent__c", granted ? "Granted" : "Withdrawn");
            fields.put(channel + "_Consent_At__c", time(at));
        });
    }

    private static Contact dated(Map<String, Object> fields, Instant created, Instant changed) {
        fields.put("CreatedDate", time(created));
        fields.put("SystemModstamp", time(changed));
        fields.put("IsDeleted", false);
        return new Contact(fields);
    }

    private static void put(Map<String, Object> fields, String name, Optional<String> value) {
        value.ifPresent(known -> fields.put(name, known));
    }

    private static String time(Instant instant) {
        return SALESFORCE_TIME.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
