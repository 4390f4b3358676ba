package io.attune.status;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A status of at most two seconds' age, so that a console that asks for every number on its own costs one reading. Thread-safe. */
public final class RecentStatus implements Supplier<HubStatus> {
    private static final long FRESH = Duration.ofSeconds(2).toNanos();

    private final Supplier<HubStatus> source;
    private final LongSupplier nanoTime;
    private HubStatus status;
    private long readAt;

    /**
     * Reads through a source.
     *
     * @param nanoTime a clock that never runs backwards, such as {@code System::nanoTime}
     */
    public RecentStatus(Supplier<HubStatus> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized HubStatus get() {
        long now = nanoTime.getAsLong();
        if (status == null || now - readAt > FRESH) {
            status = source.get();
            readAt = now;
        }
        return status;
    }
}
