package io.attune.configuration;

import java.net.URI;

/** Mailchimp Transactional, which sends the e-mails. */
public record MandrillConfiguration(URI url, String apiKey, String webhookKey, String fromEmail, String fromName) {
    static MandrillConfiguration read(Values values) {
        return new MandrillConfiguration(
                values.url("attune.mandrill.url"),
                values.text("attune.mandrill.api-key"),
                values.text("attune.mandrill.webhook-key"),
                values.text("attune.mandrill.from-email"),
                values.text("attune.mandrill.from-name"));
    }

    @Override
    public String toString() {
        return "Mandrill at " + url;
    }
}
