package io.attune.sandbox.population.sink;

/** The three sources of the hub that the population leaves its traces in. */
public record Sinks(SalesforceSink salesforce, WebEventSink web, SaleSink sales) {
    /** Takes everything and keeps nothing. */
    public static Sinks discarding() {
        return new Sinks(contacts -> {}, new DiscardedWebEvents(), sales -> {});
    }

    private static final class DiscardedWebEvents implements WebEventSink {
        @Override
        public void send(WebEvent event) {}

        @Override
        public void flush() {}
    }
}
