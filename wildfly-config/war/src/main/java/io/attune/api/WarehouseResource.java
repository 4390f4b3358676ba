package io.attune.api;

import io.attune.database.Audit;
import io.attune.hub.Hub;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What {@code attune warehouse} asks the hub before it writes. */
@Path("/v1/warehouse")
@Produces(MediaType.APPLICATION_JSON)
public class WarehouseResource {
    private static final int LONGEST = 500;

    @Inject
    private Hub hub;

    @Inject
    private Clock clock;

    /** Who may export personal data where to. */
    public record Permit(String user, String target) {}

    @POST
    @Path("personal-exports")
    @RolesAllowed("privacy")
    @Operation(
            summary = "Permits an export of personal data, and notes it in the audit",
            description =
                    "target names the warehouse. attune warehouse export --with-personal asks. Needs role privacy.")
    public Permit permit(@QueryParam("target") Optional<String> target, @Context SecurityContext caller) {
        String warehouse = target.filter(name -> !name.isBlank() && name.length() <= LONGEST)
                .orElseThrow(() -> ProblemException.badRequest("Name the warehouse: target=…"));
        String user = caller.getUserPrincipal().getName();
        hub.database()
                .useHandle(handle ->
                        Audit.note(handle, clock.instant(), user, "export personal data", warehouse, Map.of()));
        return new Permit(user, warehouse);
    }
}
