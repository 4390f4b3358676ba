package io.attune.sandbox.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What a demo shows.
 *
 * @param people how many people are simulated
 * @param days length of their history in days, ending now
 * @param seed the same seed gives the same people and history
 * @param now the moment at which the history ends and the hub's clock starts; the present when absent
 * @param liveSeconds how long people go on live after their history is in
 * @param eventsPerSecond how fast they do
 * @param once end after the summary instead of staying up
 * @param report where to write the summary as JSON
 */
record DemoOptions(
        int people,
        int days,
        long seed,
        Optional<Instant> now,
        int liveSeconds,
        int eventsPerSecond,
        boolean once,
        Optional<Path> report) {}
