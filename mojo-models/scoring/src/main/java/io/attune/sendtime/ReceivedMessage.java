package io.attune.sendtime;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that reached somebody.
 *
 * @param openedAt when it was first opened, if it was
 */
public record ReceivedMessage(Instant deliveredAt, Optional<Instant> openedAt) {

    /** As it was known at a moment: what was opened later was unopened then. */
    ReceivedMessage asOf(Instant moment) {
        return new ReceivedMessage(deliveredAt, openedAt.filter(at -> at.isBefore(moment)));
    }
}
