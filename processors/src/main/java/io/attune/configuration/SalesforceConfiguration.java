package io.attune.configuration;

import java.net.URI;
import java.time.Duration;

/**
 * Salesforce as a source and a channel.
 *
 * @param pageSize rows of a page of the first load
 * @param limitPercent percent of the organization's daily calls at which polling pauses
 * @param limitPause how long it then pauses
 */
public record SalesforceConfiguration(
        URI loginUrl,
        String clientId,
        SalesforceLogin login,
        String apiVersion,
        Duration pollInterval,
        Duration overlap,
        int pageSize,
        int limitPercent,
        Duration limitPause) {
    static SalesforceConfiguration read(Values values) {
        return new SalesforceConfiguration(
                values.url("attune.salesforce.login-url"),
                values.text("attune.salesforce.client-id"),
                SalesforceLogin.read(values),
                values.text("attune.salesforce.api-version"),
                values.duration("attune.salesforce.poll-interval"),
                values.duration("attune.salesforce.overlap"),
                values.number("attune.salesforce.page-size", 1, 50_000),
                values.number("attune.salesforce.limit-percent", 1, 100),
                values.duration("attune.salesforce.limit-pause"));
    }

    @Override
    public String toString() {
        return "Salesforce at " + loginUrl;
    }
}
