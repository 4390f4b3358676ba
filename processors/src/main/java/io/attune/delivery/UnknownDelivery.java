package io.attune.delivery;

import io.attune.consent.Channel;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A delivery whose call was never answered: the channel has it, or has not.
 *
 * @param attemptedAt the call was made at this instant or later
 * @param claimed ids of messages to the same address that are known to belong to other deliveries
 * @param rivals how many deliveries to the same address are unknown, this one included
 */
public record UnknownDelivery(
        UUID delivery,
        Channel channel,
        String address,
        String token,
        Instant attemptedAt,
        Set<String> claimed,
        int rivals) {

    public UnknownDelivery {
        claimed = Set.copyOf(claimed);
    }

    @Override
    public String toString() {
        return "UnknownDelivery[" + delivery + "]";
    }
}
