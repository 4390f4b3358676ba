package io.attune.delivery;

/** What a channel answered: the HTTP status, and the body as text (empty when there was none). */
public record ChannelAnswer(int status, String body) {

    public boolean successful() {
        return status >= 200 && status < 300;
    }
}
