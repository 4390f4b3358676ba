package io.attune.configuration;

import java.net.URI;
import java.time.Duration;

/** Salesforce as a source and a channel. */
public record SalesforceConfiguration(
        URI loginUrl,
        String clientId,
        String clientSecret,
        String apiVersion,
        Duration pollInterval,
        Duration overlap) {
    static SalesforceConfiguration read(Values values) {
        return new SalesforceConfiguration(
                values.url("attune.salesforce.login-url"),
                values.text("attune.salesforce.client-id"),
                values.text("attune.salesforce.client-secret"),
                values.text("attune.salesforce.api-version"),
                values.duration("attune.salesforce.poll-interval"),
                values.duration("attune.salesforce.overlap"));
    }

    @Override
    public String toString() {
        return "Salesforce at " + loginUrl;
    }
}
