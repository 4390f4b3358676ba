package io.attune.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Two records of which matching says that they may be one person. Without personal data.
 *
 * @param origin {@code probable}, or {@code identifier} where one that both have could not join them
 * @param state {@code review}, {@code joined} (sure), {@code accepted} or {@code refused}
 * @param cause why it was not simply joined
 * @param bits binary logarithm of the odds when it was found; absent where an identifier proposed it
 * @param modelVersion the model that weighed it; 0 is what {@code matching.yaml} expects
 */
public record MatchedPair(
        UUID id,
        Side first,
        Side second,
        String origin,
        String state,
        String cause,
        Optional<Double> bits,
        Optional<Double> probability,
        long modelVersion,
        Instant foundAt,
        Optional<Instant> decidedAt,
        Optional<String> actor,
        Optional<String> reason) {
    /** One of the two: a source's entity, and whose it is now. */
    public record Side(long node, String source, UUID profile) {}
}
