package io.attune.feedback;

import java.net.URI;
import java.util.Optional;

/**
 * What signs the reports of channels. A channel without its secret is not listened to.
 *
 * @param publicUrl where the hub is reached from outside: channels sign the address they called
 */
public record FeedbackSettings(
        URI publicUrl,
        Optional<String> mandrillWebhookKey,
        Optional<String> twilioAuthToken,
        Optional<String> mailchimpWebhookSecret) {

    @Override
    public String toString() {
        return "FeedbackSettings[" + publicUrl + "]";
    }
}
