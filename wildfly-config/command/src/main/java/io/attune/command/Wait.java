package io.attune.command;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition in another process, which offers nothing to be notified by. */
public final class Wait {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private Wait() {}

    /** Asks every 200 ms until the condition holds; answers whether it did within the time. */
    public static boolean until(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return true;
    }
}
