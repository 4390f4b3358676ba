package io.attune.delivery.projection;

import java.util.List;
import java.util.function.Supplier;

/**
 * The audience that mirrors people.
 *
 * @param segments every segment there is now, each a tag: those that a person is not in are taken off
 */
public record MailchimpSettings(String apiKey, String listId, Supplier<List<String>> segments) {

    @Override
    public String toString() {
        return "MailchimpSettings[" + listId + "]";
    }
}
