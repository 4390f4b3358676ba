package io.attune.sandbox.population.sink;

/** Where web events go. Sending may be asynchronous; {@link #flush()} waits until all of it has arrived. */
public interface WebEventSink {
    /** Hands one event over; an error of an earlier one may be thrown here. */
    void send(WebEvent event);

    /**
     * Returns once every event sent so far has arrived.
     *
     * @throws SinkException when one of them could not be delivered
     */
    void flush();
}
