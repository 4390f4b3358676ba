package io.attune.it.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/**
 * Few people under many names: each has two accounts with one e-mail address and four visitor cookies, and every event
 * shows one or two of these names. Kafka keeps them in different partitions, so that all consumers resolve the same people
 * at once. In the end each is one person. Not thread-safe.
 */
public final class TangledCrowd implements Load {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACCOUNTS = 2;
    private static final int COOKIES = 4;
    private static final int NAMES = ACCOUNTS * COOKIES;

    private final String name;
    private final Random random;
    private final int people;
    private final int records;
    private final Instant now;
    private final Set<String> messages = new LinkedHashSet<>();
    private int sent;

    /**
     * A crowd.
     *
     * @param records at least eight for each person, so that every name is tied to every other
     */
    public TangledCrowd(String name, long seed, int people, int records, Instant now) {
        if (records < people * NAMES) {
            throw new IllegalArgumentException(records + " records do not tie all names of " + people + " people");
        }
        this.name = name;
        this.random = new Random(seed);
        this.people = people;
        this.records = records;
        this.now = now;
    }

    @Override
    public boolean hasNext() {
        return sent < records;
    }

    @Override
    public WebEvent next() {
        int number = sent++;
        WebEvent event = number < people * NAMES ? tie(number) : wander(number);
        messages.add(event.messageId());
        return event;
    }

    @Override
    public Set<String> messages() {
        return Set.copyOf(messages);
    }

    @Override
    public int broken() {
        return 0;
    }

    public int people() {
        return people;
    }

    /** The address that is one person's and nobody else's. */
    public String email(int person) {
        return name + "-" + person + "@example.org";
    }

    /** Neighbours in time are about the same person, by other names. */
    private WebEvent tie(int number) {
        int person = number / NAMES;
        int tie = number % NAMES;
        String user = user(person, tie % ACCOUNTS);
        ObjectNode event =
                event("identify", number).put("userId", user).put("anonymousId", cookie(person, tie / ACCOUNTS));
        event.putObject("traits").put("email", email(person)).put("firstName", "Name" + person);
        return new WebEvent(user, event.get("messageId").asText(), event);
    }

    private WebEvent wander(int number) {
        int person = random.nextInt(people);
        ObjectNode event = event("track", number).put("event", "Product Viewed");
        event.putObject("properties")
                .put("product_id", "P" + random.nextInt(40))
                .put("name", "Kettle");
        String key;
        if (random.nextBoolean()) {
            key = user(person, random.nextInt(ACCOUNTS));
            event.put("userId", key);
        } else {
            key = cookie(person, random.nextInt(COOKIES));
            event.put("anonymousId", key);
        }
        return new WebEvent(key, event.get("messageId").asText(), event);
    }

    private ObjectNode event(String type, int number) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("messageId", name + "-" + number)
                .put(
                        "timestamp",
                        now.minus(Duration.ofSeconds(random.nextInt(36_000))).toString());
    }

    private String user(int person, int account) {
        return name + "-user-" + person + "-" + account;
    }

    private String cookie(int person, int number) {
        return name + "-visitor-" + person + "-" + number;
    }
}
