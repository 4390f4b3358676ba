package io.attune.delivery;

/** A channel that answered 429 or a server error: thrown inside the circuit breaker, so that it counts. */
public class ChannelUnavailable extends RuntimeException {

    private final transient ChannelAnswer answer;

    public ChannelUnavailable(ChannelAnswer answer) {
        super("The channel answered " + answer.status());
        this.answer = answer;
    }

    public ChannelAnswer answer() {
        return answer;
    }
}
