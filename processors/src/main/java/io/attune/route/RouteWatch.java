package io.attune.route;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the routes folder again and again and lets the loader apply what changed; for development. It reads the
 * files rather than wait for the file system's events, which network and container folders do not send.
 */
public final class RouteWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RouteWatch.class);

    private final RouteLoader loader;
    private final ScheduledFuture<?> watching;

    /** Starts watching on a thread of the given executor, which stays the caller's. */
    public RouteWatch(RouteLoader loader, ScheduledExecutorService executor, Duration interval) {
        this.loader = loader;
        this.watching = executor.scheduleWithFixedDelay(
                this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            loader.refresh();
        } catch (RuntimeException e) {
            // A thrown exception would end the schedule silently.
            LOG.error("The routes folder could not be compared with what runs; it is tried again", e);
        }
    }

    @Override
    public void close() {
        watching.cancel(false);
    }
}
