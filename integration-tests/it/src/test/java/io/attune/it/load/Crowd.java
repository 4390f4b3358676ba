package io.attune.it.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Shoppers who wander about a shop, known beforehand: who they are, which of them want mail, and how many different
 * records they make. The same name and seed make the same events. Some shoppers are anonymous at first, one event in twenty
 * comes twice, and one in a hundred is broken. Not thread-safe.
 */
public final class Crowd implements Load {
    private static final int REMEMBERED = 200;

    private final ShopperEvents shoppers;
    private final Random random;
    private final int people;
    private final int records;
    private final List<WebEvent> remembered = new ArrayList<>();
    private final Set<String> messages = new LinkedHashSet<>();
    private int sent;
    private int introduced;
    private int broken;

    /**
     * A crowd.
     *
     * @param name begins every identifier, so that crowds do not meet
     * @param records how many to send in all, the repeated and broken ones included
     */
    public Crowd(String name, long seed, int people, int records, Instant now) {
        this.random = new Random(seed);
        this.shoppers = new ShopperEvents(name, now, random);
        this.people = people;
        this.records = records;
    }

    @Override
    public boolean hasNext() {
        return sent < records;
    }

    @Override
    public WebEvent next() {
        int number = sent++;
        if (number % 20 == 19) {
            return remembered.get(random.nextInt(remembered.size()));
        }
        if (number % 100 == 50) {
            broken++;
            return shoppers.broken(number);
        }
        WebEvent event = fresh(number);
        messages.add(event.messageId());
        if (remembered.size() < REMEMBERED) {
            remembered.add(event);
        } else {
            remembered.set(random.nextInt(REMEMBERED), event);
        }
        return event;
    }

    /** Everybody says who they are early on, so that the rest of their events are those of somebody known. */
    private WebEvent fresh(int number) {
        if (introduced < people) {
            int person = introduced;
            if (ShopperEvents.beginsAnonymous(person) && number % 2 == 0) {
                return shoppers.anonymousVisit(number, person);
            }
            introduced++;
            return shoppers.identify(number, person);
        }
        return shoppers.wander(number, random.nextInt(people));
    }

    @Override
    public Set<String> messages() {
        return Set.copyOf(messages);
    }

    @Override
    public int broken() {
        return broken;
    }

    /** The addresses of the people who agreed to e-mail. */
    public List<String> consenting() {
        List<String> addresses = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            if (ShopperEvents.agrees(person)) {
                addresses.add(shoppers.email(person));
            }
        }
        return addresses;
    }

    /** The addresses of the people who did not, or who took it back. */
    public List<String> refusing() {
        List<String> addresses = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            if (!ShopperEvents.agrees(person)) {
                addresses.add(shoppers.email(person));
            }
        }
        return addresses;
    }
}
