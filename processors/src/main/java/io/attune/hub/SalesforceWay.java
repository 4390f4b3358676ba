package io.attune.hub;

import io.attune.configuration.SalesforceConfiguration;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.WatermarkStore;
import io.attune.ingest.salesforce.SalesforceFailures;
import io.attune.ingest.salesforce.SalesforceLimits;
import io.attune.ingest.salesforce.SalesforcePages;
import io.attune.ingest.salesforce.SalesforceReader;
import java.util.Map;

/** The beans that the routes which read Salesforce name; none where it is not connected. */
final class SalesforceWay {
    private SalesforceWay() {}

    static Map<String, Object> beans(Foundation foundation) {
        return foundation
                .surroundings
                .configuration()
                .salesforce()
                .map(salesforce -> beans(foundation, salesforce))
                .orElse(Map.of());
    }

    private static Map<String, Object> beans(Foundation foundation, SalesforceConfiguration salesforce) {
        var clock = foundation.surroundings.clock();
        SalesforceLimits limits = new SalesforceLimits(
                salesforce.limitPercent() / 100.0, salesforce.limitPause(), clock, foundation.surroundings.meters());
        SalesforceReader reader = new SalesforceReader(
                new WatermarkStore(foundation.database, clock),
                () -> foundation.leadership.epoch("pollers").orElse(0),
                limits,
                clock,
                salesforce.overlap());
        int longestText = IngestSettingsReader.read(
                        foundation.definition("connectors-config"),
                        foundation.surroundings.configuration().hub().triggerMaximumAge())
                .limits()
                .maximumTextLength();
        return Map.of(
                "salesforceLimits",
                limits,
                "salesforceReader",
                reader,
                "salesforcePages",
                new SalesforcePages(longestText),
                "salesforceFailures",
                new SalesforceFailures(reader, limits));
    }
}
