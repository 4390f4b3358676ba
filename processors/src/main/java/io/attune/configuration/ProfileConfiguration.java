package io.attune.configuration;

/** The profile way of this node: how many consumers, and how many records a batch holds at most. */
public record ProfileConfiguration(int consumers, int batchSize) {
    static ProfileConfiguration read(Values values) {
        return new ProfileConfiguration(
                values.number("attune.profile.consumers", 1, 64),
                values.number("attune.profile.batch-size", 1, 10_000));
    }
}
