package io.attune.api;

import io.attune.hub.Hub;
import io.attune.pipeline.RejectReplay;
import io.attune.reject.StoredReject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Records that failed. */
@Path("/v1/rejects")
@Produces(MediaType.APPLICATION_JSON)
public class RejectsResource {
    private static final int MOST = 10_000;
    private static final Set<String> STATES = Set.of("open", "replayed", "resolved");

    @Inject
    private Hub hub;

    /** A reject with what was received, in clear. */
    public record RejectWithOriginal(StoredReject reject, String original) {}

    /** How many rejects were sent in again. */
    public record Replayed(int replayed) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary = "The newest rejects of a state, without their originals",
            description = "state is open, replayed or resolved; limit is 10,000 at most. Needs role viewer.")
    public List<StoredReject> list(
            @QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("source") Optional<String> source,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (!STATES.contains(state)) {
            throw ProblemException.badRequest("state is one of open, replayed and resolved.");
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("limit is a number from 1 to " + MOST + ".");
        }
        return rejects().list(state, source.isPresent() ? MOST : limit).stream()
                .filter(reject -> source.map(reject.source()::equals).orElse(true))
                .limit(limit)
                .toList();
    }

    @GET
    @Path("{id}")
    @RolesAllowed("engineer")
    @Operation(summary = "A reject with what was received", description = "Personal data. Needs role engineer.")
    public RejectWithOriginal show(@PathParam("id") UUID id) {
        StoredReject reject = rejects()
                .find(id)
                .orElseThrow(
                        () -> ProblemException.notFound("There is no reject of this id. GET /v1/rejects lists them."));
        return new RejectWithOriginal(reject, rejects().original(id).orElse(""));
    }

    @POST
    @Path("{id}/replay")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Sends a reject in again",
            description = "It is open again when it fails again. Needs role engineer.")
    public StoredReject replay(@PathParam("id") UUID id) {
        return rejects().replay(id);
    }

    @POST
    @Path("replay")
    @RolesAllowed("engineer")
    @Operation(summary = "Sends up to 10,000 open rejects in again", description = "Needs role engineer.")
    public Replayed replayOpen() {
        return new Replayed(rejects().replayOpen(MOST));
    }

    private RejectReplay rejects() {
        return hub.rejects();
    }
}
