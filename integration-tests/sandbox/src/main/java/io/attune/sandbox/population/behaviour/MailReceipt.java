package io.attune.sandbox.population.behaviour;

import java.time.Instant;
import java.util.Optional;

/** What one person did with one mailing. */
public record MailReceipt(
        Mailing mailing,
        Instant deliveredAt,
        Optional<Instant> openedAt,
        Optional<Instant> clickedAt,
        Optional<Instant> unsubscribedAt) {}
