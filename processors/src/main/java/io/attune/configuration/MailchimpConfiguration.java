package io.attune.configuration;

import java.net.URI;

/** Mailchimp's audience, as a channel of projections and a source of feedback. */
public record MailchimpConfiguration(URI url, String apiKey, String listId, String webhookSecret) {
    static MailchimpConfiguration read(Values values) {
        return new MailchimpConfiguration(
                values.url("attune.mailchimp.url"),
                values.text("attune.mailchimp.api-key"),
                values.text("attune.mailchimp.list-id"),
                values.text("attune.mailchimp.webhook-secret"));
    }

    @Override
    public String toString() {
        return "Mailchimp at " + url;
    }
}
