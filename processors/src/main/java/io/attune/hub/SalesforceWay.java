package io.attune.hub;

import io.attune.configuration.SalesforceConfiguration;
import io.attune.delivery.projection.CallLimit;
import io.attune.delivery.projection.Projections;
import io.attune.delivery.projection.SalesforceContacts;
import io.attune.delivery.projection.SalesforceProjection;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.WatermarkStore;
import io.attune.ingest.salesforce.SalesforceFailures;
import io.attune.ingest.salesforce.SalesforceLimits;
import io.attune.ingest.salesforce.SalesforcePages;
import io.attune.ingest.salesforce.SalesforceReader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The beans that the routes from and to Salesforce name; none where it is not connected. Both ways share the pauses. */
final class SalesforceWay {
    private final Foundation foundation;
    private final Optional<SalesforceLimits> limits;

    SalesforceWay(Foundation foundation) {
        this.foundation = foundation;
        this.limits = foundation
                .surroundings
                .configuration()
                .salesforce()
                .map(salesforce -> new SalesforceLimits(
                        salesforce.limitPercent() / 100.0,
                        salesforce.limitPause(),
                        foundation.surroundings.clock(),
                        foundation.surroundings.meters()));
    }

    /** What writes, where Salesforce is connected. */
    Optional<SalesforceProjection> projection(Projections projections) {
        return limits.map(
                known -> new SalesforceProjection(projections, new SalesforceContacts(), new SharedLimit(known)));
    }

    /** What reads, and what both ways share. */
    Map<String, Object> beans() {
        return limits.map(known -> beans(
                        known,
                        foundation.surroundings.configuration().salesforce().orElseThrow()))
                .orElse(Map.of());
    }

    private Map<String, Object> beans(SalesforceLimits known, SalesforceConfiguration salesforce) {
        var clock = foundation.surroundings.clock();
        SalesforceReader reader = new SalesforceReader(
                new WatermarkStore(foundation.database, clock),
                () -> foundation.leadership.epoch("pollers").orElse(0),
                known,
                clock,
                salesforce.overlap());
        int longestText = IngestSettingsReader.read(
                        foundation.definition("connectors-config"),
                        foundation.surroundings.configuration().hub().triggerMaximumAge())
                .limits()
                .maximumTextLength();
        return Map.of(
                "salesforceLimits",
                known,
                "salesforceReader",
                reader,
                "salesforcePages",
                new SalesforcePages(longestText),
                "salesforceFailures",
                new SalesforceFailures(reader, known));
    }

    /** The limit of the organization, whoever calls it. */
    private record SharedLimit(SalesforceLimits limits) implements CallLimit {
        @Override
        public Optional<Instant> pausedUntil() {
            return limits.pause().map(SalesforceLimits.Pause::until);
        }

        @Override
        public void exhausted() {
            limits.exhausted();
        }
    }
}
