package io.attune.feature;

import java.time.Instant;

/**
 * As much of an event as counting needs.
 *
 * @param node the identity node that it belongs to
 * @param amount in ten-thousandths of the currency, 0 where the event has none
 */
public record Activity(long node, String source, String type, Instant occurredAt, long amount) {}
