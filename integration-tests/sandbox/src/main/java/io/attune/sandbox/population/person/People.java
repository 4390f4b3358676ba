package io.attune.sandbox.population.person;

import io.attune.sandbox.population.buying.PurchaseProcess;
import io.attune.sandbox.population.catalogue.Catalogue;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.dice.Distributions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes person number <i>n</i>, the same at every call and whatever the number of people, without making the others.
 * Immutable and safe for use by several threads.
 */
public final class People {
    /** The most people there can be: each has a phone number and an e-mail address of their own. */
    public static final int MAXIMUM = 900_000;

    private static final double GROWTH = 1.7;
    private static final int COUPLES_FOR_ONE_THAT_SHARES = 400;

    private static final List<Person.Shared> SHAREABLE =
            List.of(Person.Shared.PHONE, Person.Shared.EMAIL, Person.Shared.DEVICE);

    private final Dice dice;
    private final Window window;
    private final int size;
    private final Numbers numbers;
    private final int sharingCouple;
    private final Identities identities = new Identities();
    private final Temperaments temperaments;

    public People(long seed, Window window, int size, Catalogue catalogue, PurchaseProcess process) {
        this.dice = Dice.of(seed);
        this.window = window;
        this.size = size;
        this.numbers = new Numbers(dice.split("numbers"));
        this.sharingCouple = dice.split("households").below(COUPLES_FOR_ONE_THAT_SHARES);
        this.temperaments = new Temperaments(catalogue, process);
    }

    public Person person(int index) {
        Dice own = dice.split("person").split(index);
        Dice door = own.split("presence");
        String group = door.chance(0.3) ? "blue" : "amber";
        Presence presence = presence(index, door);
        boolean hasAccount = presence.customerId().isPresent();
        Buying buying = temperaments.buying(hasAccount, presence.loyaltyId().isPresent(), group, own.split("buying"));
        Person.Shared shared = shared(index);
        return new Person(
                index,
                String.format(Locale.ROOT, "person-%06d", index),
                identity(index, shared),
                presence,
                group,
                joinedDay(index, own.split("joining")),
                buying,
                temperaments.browsing(hasAccount, buying.customer(), own.split("browsing")),
                temperaments.carting(hasAccount, buying.buys(), own.split("carting")),
                temperaments.reading(own.split("reading")),
                Distributions.gamma(own.split("tickets"), 0.5, 400),
                shared == Person.Shared.NOTHING ? index : index - 1,
                shared,
                own,
                shared == Person.Shared.DEVICE ? dice.split("person").split(index - 1) : own);
    }

    private Identity identity(int index, Person.Shared shared) {
        Identity own =
                identities.identity(index, numbers, dice.split("identity").split(index));
        if (shared != Person.Shared.PHONE && shared != Person.Shared.EMAIL) {
            return own;
        }
        Identity other =
                identities.identity(index - 1, numbers, dice.split("identity").split(index - 1));
        boolean samePhone = shared == Person.Shared.PHONE;
        return new Identity(
                own.givenName(),
                own.nicknames(),
                other.familyName(),
                own.birthDate(),
                other.street(),
                other.postcode(),
                other.place(),
                samePhone ? own.email() : other.email(),
                own.workEmail(),
                samePhone ? other.phone() : own.phone());
    }

    /** Every 400th couple shares one thing, so that the share is the same whatever the seed. */
    private Person.Shared shared(int index) {
        int couple = index / 2;
        if (index % 2 == 0 || couple % COUPLES_FOR_ONE_THAT_SHARES != sharingCouple) {
            return Person.Shared.NOTHING;
        }
        return SHAREABLE.get(couple / COUPLES_FOR_ONE_THAT_SHARES % SHAREABLE.size());
    }

    private Presence presence(int index, Dice door) {
        boolean account = door.chance(0.87);
        boolean card = door.chance(0.7);
        boolean contact = door.chance(0.85) || !(account || card);
        boolean contactHasEmail = door.chance(0.9);
        Optional<Boolean> email = Temperaments.consent(0.78, 0.86, door);
        Optional<Boolean> sms = Temperaments.consent(0.6, 0.72, door);
        return new Presence(
                account
                        ? Optional.of(String.format(Locale.ROOT, "C%07d", numbers.of("customer", index)))
                        : Optional.empty(),
                card
                        ? Optional.of(String.format(Locale.ROOT, "29%08d", numbers.of("loyalty", index)))
                        : Optional.empty(),
                contact,
                contactHasEmail,
                email,
                sms);
    }

    /**
     * The shop grows, so more people came lately than long ago. That keeps a long silence from telling all: were most
     * of them old customers, most of the lost would be lost for long, and recency alone would find them.
     */
    private double joinedDay(int index, Dice joining) {
        return index >= size ? window.days() : StrictMath.pow(joining.uniform(), 1 / GROWTH) * window.days();
    }
}
