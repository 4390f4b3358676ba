package io.attune.health;

import io.attune.boot.Parts;
import io.attune.ingest.salesforce.SalesforceLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether polling Salesforce pauses because the organization's calls run out. It is never down: the node does all else,
 * and must not be taken out of service for it.
 */
@Readiness
@ApplicationScoped
public class SalesforceReady extends Check {
    SalesforceReady() {
        super("salesforce");
    }

    @Override
    HealthCheckResponseBuilder look(Parts parts, HealthCheckResponseBuilder answer) {
        Optional<SalesforceLimits> limits = Optional.ofNullable(
                parts.camel().getRegistry().lookupByNameAndType("salesforceLimits", SalesforceLimits.class));
        limits.ifPresentOrElse(
                known -> {
                    answer.withData("usedPercent", Math.round(known.usage() * 100));
                    answer.withData(
                            "polling",
                            known.pause()
                                    .map(pause -> "pauses until " + pause.until() + ": " + pause.reason())
                                    .orElse("runs"));
                },
                () -> answer.withData("polling", "not connected"));
        return answer.up();
    }
}
