package io.attune.api;

import io.attune.hub.Hub;
import io.attune.rescore.RescoreSummary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Work that otherwise the clock starts. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("engineer")
public class JobsResource {
    @Inject
    private Hub hub;

    @POST
    @Path("rescore")
    @Operation(
            summary = "Computes features, scores and segments of everyone who is due, and answers when done",
            description = "Who is due: backfilled people, and those whose silence changes what is known of them. Needs "
                    + "role engineer.")
    public RescoreSummary rescore() {
        hub.upkeep().run();
        return hub.rescore().run();
    }
}
