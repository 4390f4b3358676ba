package io.attune.boot;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops what was started, the last first. One that fails does not keep the others from stopping. Thread-safe. */
final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<Step> steps = new ArrayDeque<>();

    private record Step(String name, AutoCloseable close) {}

    synchronized void add(String name, AutoCloseable close) {
        steps.push(new Step(name, close));
    }

    synchronized void run() {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.close().close();
            } catch (Exception failure) {
                LOG.warn("{} did not stop in order", step.name(), failure);
            }
        }
    }
}
