package io.attune.sandbox.population.live;

/**
 * How the population goes on after its history.
 *
 * @param eventsPerSecond web events and sales together, on average
 * @param newcomers part of the acts that are somebody's first
 * @param pace how long visitors take over everything, relative to people: at 1 there are seconds to a minute between two
 *     events of a visit
 */
public record LiveOptions(double eventsPerSecond, double newcomers, double pace) {
    public LiveOptions {
        if (!(eventsPerSecond > 0)) {
            throw new IllegalArgumentException("eventsPerSecond must be positive, not " + eventsPerSecond);
        }
        if (!(newcomers >= 0 && newcomers <= 1)) {
            throw new IllegalArgumentException("newcomers is a part from 0 to 1, not " + newcomers);
        }
        if (!(pace >= 0)) {
            throw new IllegalArgumentException("pace must not be negative: " + pace);
        }
    }

    /** Hasty visitors, one act in fifty by somebody new. */
    public static LiveOptions atRate(double eventsPerSecond) {
        return new LiveOptions(eventsPerSecond, 0.02, 0.1);
    }
}
