package io.attune.rescore;

import java.time.Instant;

/**
 * What a run did.
 *
 * @param profiles how many it computed again
 * @param scored how many of their scores have a value
 * @param declined how many of their scores have none
 * @param failed how many could not be computed; they stay due, and the log says why
 * @param products how many products can be recommended now
 */
public record RescoreSummary(
        Instant startedAt, Instant endedAt, long profiles, long scored, long declined, long failed, long products) {}
