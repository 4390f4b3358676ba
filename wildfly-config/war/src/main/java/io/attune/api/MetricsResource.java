package io.attune.api;

import io.attune.status.StatusMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What Prometheus scrapes: Camel's routes, the JVM and the hub's counters. */
@Path("/metrics")
@RolesAllowed("viewer")
public class MetricsResource {
    @Inject
    private PrometheusMeterRegistry meters;

    @Inject
    private StatusMetrics status;

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    @Operation(summary = "Metrics in Prometheus' text form")
    public String scrape() {
        status.refresh();
        return meters.scrape();
    }
}
