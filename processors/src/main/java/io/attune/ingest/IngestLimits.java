package io.attune.ingest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * What a record may hold at most, read from {@code connectors-config/limits.yaml}.
 *
 * @param maximumBytes of one original as it arrived
 * @param maximumRequestBytes of one HTTP batch
 * @param maximumRequestEvents of one HTTP batch
 * @param maximumDepth of nested objects and arrays
 * @param maximumTextLength of one text, in characters
 * @param maximumAmount of money in one event, in its currency
 * @param earliest nothing happened before this instant
 * @param maximumFuture how far a source's clock may run ahead of the hub's
 */
public record IngestLimits(
        int maximumBytes,
        int maximumRequestBytes,
        int maximumRequestEvents,
        int maximumDepth,
        int maximumTextLength,
        BigDecimal maximumAmount,
        Instant earliest,
        Duration maximumFuture) {}
