package io.attune.api;

import io.attune.status.HubStatus;
import io.attune.status.StatusReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The hub in numbers. */
@Path("/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class StatusResource {
    @Inject
    private StatusReader status;

    @GET
    @Operation(
            summary = "The hub in numbers, counted now",
            description =
                    "Records and rejects by source, profiles, scores, segments, messages and projections by channel "
                            + "and state, and how long a message took. Needs role viewer.")
    public HubStatus status() {
        return status.read();
    }
}
