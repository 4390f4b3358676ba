package io.attune.feature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;

/**
 * As much of an event as counting needs.
 *
 * @param node the identity node that it belongs to
 * @param amount in ten-thousandths of the currency, 0 where the event has none
 * @param utcOffsetMinutes what the person's clock was ahead of UTC
 * @param properties those that are stored in the clear; empty where no measure of this type reads any
 */
public record Activity(
        long node,
        String source,
        String type,
        Instant occurredAt,
        long amount,
        int utcOffsetMinutes,
        JsonNode properties) {

    /** An event at UTC without properties. */
    public Activity(long node, String source, String type, Instant occurredAt, long amount) {
        this(node, source, type, occurredAt, amount, 0, JsonNodeFactory.instance.objectNode());
    }
}
