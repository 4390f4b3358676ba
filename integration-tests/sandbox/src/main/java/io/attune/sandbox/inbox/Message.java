package io.attune.sandbox.inbox;

import io.attune.sandbox.store.PackedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message that a service accepted for one person.
 *
 * @param channel {@code mailchimp} (an e-mail) or {@code sms}
 * @param id the service's own id of it
 * @param to e-mail address or number in E.164
 * @param name of the recipient, empty for a text message
 * @param subject empty for a text message
 * @param html empty for a text message
 * @param text the body of a text message, or the plain part of an e-mail
 * @param metadata what the sender attached (for a text message: its callback URL)
 * @param headers extra headers of an e-mail, such as {@code List-Unsubscribe}
 */
public record Message(
        String channel,
        String id,
        String to,
        String name,
        String from,
        String subject,
        PackedText html,
        PackedText text,
        Instant at,
        List<String> tags,
        Map<String, String> metadata,
        Map<String, String> headers) {
    public static final String MAILCHIMP = "mailchimp";
    public static final String SMS = "sms";

    public Message {
        tags = List.copyOf(tags);
        metadata = Map.copyOf(metadata);
        headers = Map.copyOf(headers);
    }
}
