package io.attune.delivery;

import java.time.Duration;

/**
 * How patient the outbox is.
 *
 * @param lease how long a claim is held; longer than any call may take
 * @param settle how long a channel's search may lag behind its sending, so that "absent" means absent
 * @param firstPause before the second attempt; doubled for each further one, with full jitter
 * @param longestPause the most that two attempts are apart
 * @param maximumAttempts after as many, a delivery has failed
 */
public record DeliveryPolicy(
        Duration lease, Duration settle, Duration firstPause, Duration longestPause, int maximumAttempts) {

    public static final DeliveryPolicy STANDARD = new DeliveryPolicy(
            Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(10), 20);

    public DeliveryPolicy {
        if (lease.compareTo(Duration.ofSeconds(2)) < 0 || settle.isNegative() || maximumAttempts < 1) {
            throw new IllegalArgumentException(
                    "A lease lasts 2 s or more, a settling time is not negative, and there is"
                            + " at least one attempt; got " + lease + ", " + settle + ", " + maximumAttempts);
        }
    }

    public DeliveryPolicy withLease(Duration changed) {
        return new DeliveryPolicy(changed, settle, firstPause, longestPause, maximumAttempts);
    }

    public DeliveryPolicy withSettle(Duration changed) {
        return new DeliveryPolicy(lease, changed, firstPause, longestPause, maximumAttempts);
    }
}
