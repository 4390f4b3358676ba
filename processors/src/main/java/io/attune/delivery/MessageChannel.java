package io.attune.delivery;

import io.attune.consent.Channel;

/**
 * How a channel for messages is asked and understood: pure functions between messages and HTTP, without the HTTP.
 * Thread-safe.
 */
public interface MessageChannel {

    Channel channel();

    /** The call that sends this message, carrying the claim's token. */
    ChannelRequest send(Message message);

    /** What the answer to {@link #send} means. */
    Outcome sent(ChannelAnswer answer);

    /** The call that looks for an unknown delivery. */
    ChannelRequest search(UnknownDelivery unknown);

    /** What the answer to {@link #search} means. */
    Reconciliation found(ChannelAnswer answer, UnknownDelivery unknown);
}
