package io.attune.sandbox.population.live;

import io.attune.sandbox.population.sink.SinkException;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes a step again and again on a thread of its own until closed. A sink that fails for a while does not end it; any
 * other error does, and is thrown when it is closed.
 */
public final class Ticking implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Ticking.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final ScheduledExecutorService executor;
    private final ScheduledFuture<?> steps;
    private final String name;
    private final AtomicLong failures = new AtomicLong();

    private Ticking(String name, Duration gap, Runnable step) {
        this.name = name;
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
        this.steps = executor.scheduleWithFixedDelay(() -> attempt(step), 0, gap.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Begins at once, with {@code gap} between the end of a step and the next. */
    public static Ticking start(String name, Duration gap, Runnable step) {
        return new Ticking(name, gap, step);
    }

    /** How many steps failed because a sink did. */
    public long failures() {
        return failures.get();
    }

    /**
     * Stops after the step that is being taken.
     *
     * @throws IllegalStateException when a step had ended all others by an error
     */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
            if (steps.isDone() && !steps.isCancelled()) {
                steps.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The " + name + " ended before it was closed", e.getCause());
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (SinkException e) {
            if (failures.getAndIncrement() == 0) {
                LOG.log(Logger.Level.WARNING, "The " + name + " goes on although a sink failed", e);
            }
        }
    }
}
