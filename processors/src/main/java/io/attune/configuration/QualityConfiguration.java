package io.attune.configuration;

import java.net.URI;

/** Where alerts about the quality of data are sent, and what they are signed with. */
public record QualityConfiguration(URI webhookUrl, String webhookSecret) {
    static QualityConfiguration read(Values values) {
        return new QualityConfiguration(
                values.url("attune.quality.webhook-url"), values.text("attune.quality.webhook-secret"));
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "Alerts to " + webhookUrl;
    }
}
