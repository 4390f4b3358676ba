package io.attune.sandbox.population.sink;

/**
 * A web event in Segment form.
 *
 * @param key the Kafka key: the user id if the event has one, else the anonymous id
 * @param messageId Segment's key against repeats; the same as in the JSON
 * @param json the event as one JSON object
 */
public record WebEvent(String key, String messageId, String json) {}
