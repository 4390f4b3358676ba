package io.attune.it.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private final Set<Integer> customers = new TreeSet<>();
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
        int person = random.nextInt(people);
        if (random.nextInt(10) == 0) {
            customers.add(person);
            return shoppers.buy(number, person);
        }
        return shoppers.look(number, person);
    }

    @Override
    public Set<String> messages() {
        return Set.copyOf(messages);
    }

    @Override
    public int broken() {
        return broken;
    }

    /** The addresses of those who ordered so far and agreed to e-mail: all of them are due a welcome. */
    public List<String> welcome() {
        return customers.stream()
                .filter(ShopperEvents::agrees)
                .map(shoppers::email)
                .toList();
    }

    /** The numbers of those who ordered so far and agreed to text messages. */
    public List<String> welcomeByText() {
        return customers.stream()
                .filter(ShopperEvents::agrees)
                .map(shoppers::phone)
                .toList();
    }

    /** The addresses and numbers of those who agreed to nothing. */
    public List<String> unwilling() {
        return IntStream.range(0, people)
                .filter(person -> !ShopperEvents.agrees(person))
                .boxed()
                .flatMap(person -> Stream.of(shoppers.email(person), shoppers.phone(person)))
                .toList();
    }
}
