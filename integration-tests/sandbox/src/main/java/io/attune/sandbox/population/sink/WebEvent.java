package io.attune.sandbox.population.sink;

import java.time.Instant;
import java.util.Optional;

/**
 * A web event in Segment form.
 *
 * @param messageId Segment's key against repeats; the ids are the same as in the JSON
 * @param userId the account, when the visitor signed in
 * @param anonymousId the browser, when a browser sent it; an event has at least one of the two
 * @param at when it happened
 * @param introduces whether it tells the visitor's name, which makes it say something about a customer as well
 * @param json the event as one JSON object
 */
public record WebEvent(
        String messageId,
        Optional<String> userId,
        Optional<String> anonymousId,
        Instant at,
        boolean introduces,
        String json) {
    /** The Kafka key: the user id if there is one, else the anonymous id. */
    public String key() {
        return userId.or(() -> anonymousId).orElseThrow();
    }
}
