package io.attune.api;

import io.attune.hub.Hub;
import io.attune.pipeline.RejectReplay;
import io.attune.reject.RejectCount;
import io.attune.reject.RejectEdit;
import io.attune.reject.StoredReject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Records that failed. */
@Path("/v1/rejects")
@Produces(MediaType.APPLICATION_JSON)
public class RejectsResource {
    private static final int MOST = 10_000;

    @Inject
    private Hub hub;

    /** A reject with what was received and what was made of it, in clear. */
    public record RejectWithOriginal(StoredReject reject, String original, List<RejectEdit> edits) {}

    /** How many rejects were closed. */
    public record Resolved(int resolved) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary = "The newest rejects first, without their originals",
            description =
                    "Those of a state (open where none is named), source, code, stage and time. after is the id of the"
                            + " last one of the page before; limit is 10,000 at most. Needs role viewer.")
    public List<StoredReject> list(
            @BeanParam RejectQuery query,
            @QueryParam("after") Optional<UUID> after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("limit is a number from 1 to " + MOST + ".");
        }
        return rejects().list(query.filter(), after, limit);
    }

    @GET
    @Path("counts")
    @RolesAllowed("viewer")
    @Operation(
            summary = "How many rejects there are by source and reason, the most first",
            description = "With the same filters as the list. Needs role viewer.")
    public List<RejectCount> counts(@BeanParam RejectQuery query) {
        return rejects().counts(query.filter());
    }

    @GET
    @Path("{id}")
    @RolesAllowed("engineer")
    @Operation(
            summary = "A reject with what was received and every edit of it",
            description = "Personal data. Needs role engineer.")
    public RejectWithOriginal show(@PathParam("id") UUID id) {
        StoredReject reject = rejects()
                .find(id)
                .orElseThrow(
                        () -> ProblemException.notFound("There is no reject of this id. GET /v1/rejects lists them."));
        return new RejectWithOriginal(
                reject, rejects().original(id).orElse(""), rejects().edits(id));
    }

    @PUT
    @Path("{id}/edited")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("engineer")
    @Operation(
            summary = "Keeps a text that is sent in instead of the original",
            description = "The original and earlier edits stay. Only of an open reject. Needs role engineer.")
    public StoredReject edit(@PathParam("id") UUID id, String text, @Context SecurityContext caller) {
        return rejects().edit(id, text, name(caller));
    }

    @POST
    @Path("{id}/replay")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Sends a reject in again",
            description =
                    "Its newest edit, if there is one. It is open again when it fails again. Needs role engineer.")
    public StoredReject replay(@PathParam("id") UUID id, @Context SecurityContext caller) {
        return rejects().replay(id, name(caller));
    }

    @POST
    @Path("replay")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Sends up to 10,000 open rejects in again, the oldest first",
            description = "With the same filters as the list. Needs role engineer.")
    public RejectReplay.Outcome replayAll(@BeanParam RejectQuery query, @Context SecurityContext caller) {
        return rejects().replay(query.filter(), MOST, name(caller));
    }

    @POST
    @Path("{id}/resolve")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Closes an open reject for good",
            description = "reason says why, in at most 500 characters, and names nobody. Needs role engineer.")
    public StoredReject resolve(
            @PathParam("id") UUID id,
            @QueryParam("reason") @DefaultValue("") String reason,
            @Context SecurityContext caller) {
        return rejects().resolve(id, reason, name(caller));
    }

    @POST
    @Path("resolve")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Closes up to 10,000 open rejects for good",
            description =
                    "With the same filters as the list, at least one of them; reason says why. Needs role engineer.")
    public Resolved resolveAll(
            @BeanParam RejectQuery query,
            @QueryParam("reason") @DefaultValue("") String reason,
            @Context SecurityContext caller) {
        if (!query.isNarrow()) {
            throw ProblemException.badRequest("Name a source, code, stage or time: not everything is closed at once.");
        }
        return new Resolved(rejects().resolve(query.filter(), MOST, reason, name(caller)));
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }

    private RejectReplay rejects() {
        return hub.rejects();
    }
}
