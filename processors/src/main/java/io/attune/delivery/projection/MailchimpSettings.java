package io.attune.delivery.projection;

import java.util.List;

/**
 * The audience that mirrors people.
 *
 * @param segments every segment there is, each a tag: those that a person is not in are taken off
 */
public record MailchimpSettings(String apiKey, String listId, List<String> segments) {

    public MailchimpSettings {
        segments = List.copyOf(segments);
    }

    @Override
    public String toString() {
        return "MailchimpSettings[" + listId + "]";
    }
}
