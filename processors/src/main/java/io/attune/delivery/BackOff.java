package io.attune.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential pauses with full jitter, so that callers who failed together do not come back together (Brooker,
 * "Exponential Backoff and Jitter", 2015). At least a tenth of the pause is kept. Thread-safe if its generator is.
 */
public final class BackOff {

    private static final int HIGHEST_POWER = 20;

    private final DeliveryPolicy policy;
    private final RandomGenerator random;

    public BackOff(DeliveryPolicy policy, RandomGenerator random) {
        this.policy = policy;
        this.random = random;
    }

    /**
     * The pause before the next attempt.
     *
     * @param attempt how many attempts have been made, 1 or more
     */
    public Duration after(int attempt) {
        long first = policy.firstPause().toMillis();
        long longest = policy.longestPause().toMillis();
        long pause = Math.min(longest, first << Math.min(Math.max(0, attempt - 1), HIGHEST_POWER));
        return Duration.ofMillis(pause / 10 + random.nextLong(Math.max(1, pause - pause / 10)));
    }
}
