package io.attune.sandbox.population.behaviour;

import java.time.Instant;

/** A newsletter of the past, from before the hub was there. */
public record Mailing(int number, String campaign, String subject, Instant sentAt) {}
