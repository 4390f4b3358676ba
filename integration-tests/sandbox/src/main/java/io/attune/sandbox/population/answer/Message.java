package io.attune.sandbox.population.answer;

import java.util.List;
import java.util.Optional;

/**
 * A message of the hub in the inbox of a stand-in.
 *
 * @param id what the stand-in calls it
 * @param to e-mail address or phone number in E.164
 * @param links in the order of the body, those to unsubscribe left out
 * @param campaign of the hub, if the message says so
 */
public record Message(String id, Channel channel, String to, List<String> links, Optional<String> campaign) {
    public Message {
        links = List.copyOf(links);
    }

    /** How it came. */
    public enum Channel {
        EMAIL,
        SMS
    }
}
