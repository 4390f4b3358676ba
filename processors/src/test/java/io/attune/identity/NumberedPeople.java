package io.attune.identity;

import static io.attune.identity.Records.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** How people who have numbers only are called in records, for properties that draw people at random. */
final class NumberedPeople {
    private NumberedPeople() {}

    static String entity(int person) {
        return "user:" + person;
    }

    static String customer(int person) {
        return "customer_id:" + person;
    }

    static String email(int person) {
        return "email:person" + person + "@example.com";
    }

    /** Some minute of the last 200 days. */
    static Instant moment(Random random) {
        return NOW.minus(Duration.ofMinutes(random.nextInt(60 * 24 * 200)));
    }
}
