package io.attune.sendtime;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Somebody, and the messages that reached them.
 *
 * @param zone where they live
 */
public record Reader(ZoneId zone, List<ReceivedMessage> messages) {
    public Reader {
        messages = List.copyOf(messages);
    }

    /** What was known at a moment. */
    public Reader asOf(Instant moment) {
        return new Reader(
                zone,
                messages.stream()
                        .filter(message -> message.deliveredAt().isBefore(moment))
                        .map(message -> message.asOf(moment))
                        .toList());
    }

    /** The messages that came from one moment until another. */
    List<ReceivedMessage> between(Instant from, Instant until) {
        return messages.stream()
                .filter(message -> !message.deliveredAt().isBefore(from)
                        && message.deliveredAt().isBefore(until))
                .toList();
    }
}
