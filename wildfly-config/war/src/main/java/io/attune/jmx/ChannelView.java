package io.attune.jmx;

/** A channel as JMX shows it. */
@Meaning("A channel: messages to people, and profiles mirrored into it, by state")
public interface ChannelView {
    @Meaning("Whether an operator stopped it; nothing new is claimed then, on any node")
    boolean isPaused();

    @Meaning("Messages that wait")
    long getMessagesPending();

    @Meaning("Messages that a node is sending")
    long getMessagesSending();

    @Meaning("Messages that the channel accepted")
    long getMessagesSent();

    @Meaning("Messages that reached their recipient, as the channel says")
    long getMessagesDelivered();

    @Meaning("Messages not sent: no consent, no address, or sent already")
    long getMessagesSuppressed();

    @Meaning("Messages that the channel refused for good")
    long getMessagesFailed();

    @Meaning("Messages whose answer never came; they are looked up, not sent again")
    long getMessagesUnknown();

    @Meaning("Messages that came too late to be sent")
    long getMessagesExpired();

    @Meaning("Profiles whose change waits to be mirrored")
    long getProjectionsPending();

    @Meaning("Profiles that the channel holds as they are here")
    long getProjectionsAcknowledged();

    @Meaning("Profiles not mirrored, for want of consent or address")
    long getProjectionsSuppressed();

    @Meaning("Profiles that the channel refused")
    long getProjectionsFailed();

    @Meaning("Stops sending to the channel, on every node")
    void pause();

    @Meaning("Lets the channel go on")
    void resume();
}
