package io.attune.api;

import io.attune.status.Definitions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What engineers, data scientists and marketers wrote. */
@Path("/v1/definitions")
@Produces(MediaType.APPLICATION_JSON)
public class DefinitionsResource {
    @Inject
    private Definitions definitions;

    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary = "Which definitions this node runs, and what is wrong with the others",
            description = "Needs role viewer.")
    public Definitions.Report report() {
        return definitions.report();
    }

    @POST
    @Path("reload")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Reads the definitions again",
            description = "What is broken changes nothing and is listed. Needs role engineer.")
    public Definitions.Report reload() {
        return definitions.reload();
    }
}
