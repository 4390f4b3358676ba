package io.attune.health;

import io.attune.boot.Parts;
import io.attune.quality.alert.Alert;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the open alerts about data. They do not make the node down: it must go on taking in what is good, and no load balancer can
 * mend a source.
 */
@Readiness
@ApplicationScoped
public class QualityReady extends Check {
    QualityReady() {
        super("data quality");
    }

    @Override
    HealthCheckResponseBuilder look(Parts parts, HealthCheckResponseBuilder answer) {
        List<Alert> open = parts.hub().quality().alerts().open();
        open.forEach(alert -> answer.withData(alert.source() + " " + alert.name(), alert.reason()));
        return answer.up().withData("status", open.isEmpty() ? "good" : "degraded");
    }
}
