package io.attune.api;

import io.attune.hub.Hub;
import io.attune.identity.MatchedPair;
import io.attune.identity.Reviews;
import io.attune.identity.matching.Explanation;
import io.attune.identity.matching.WaterfallPicture;
import io.attune.identity.probable.Models;
import io.attune.profile.ProfileMerge;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Records that may be one person where no identifier tells, and what becomes of them. */
@Path("/v1/matches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("privacy")
public class MatchesResource {
    private static final int MOST = 10_000;
    private static final Set<String> STATES = Set.of("review", "joined", "accepted", "refused");

    @Inject
    private Hub hub;

    /** A match with its weights, where both records say something that can be compared. Personal data. */
    public record ExplainedMatch(MatchedPair match, Optional<Explanation> explanation) {}

    @GET
    @Operation(
            summary = "Matches of a state, the most probable first",
            description =
                    "state is review (waits for a decision; one match for each two profiles), joined (was sure), accepted or "
                            + "refused; limit is 10,000 at most. Needs role privacy.")
    public List<MatchedPair> list(
            @QueryParam("state") @DefaultValue("review") String state,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        if (!STATES.contains(state)) {
            throw ProblemException.badRequest("state is one of review, joined, accepted and refused.");
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest("limit is a number from 1 to " + MOST + ".");
        }
        return reviews().list(state, limit);
    }

    @GET
    @Path("model")
    @Operation(
            summary = "The model that weighs matches: what was learned, by whom it was asked for, and when",
            description =
                    "version 0 is what matching.yaml expects, until POST /v1/jobs/match learned from the store. Needs role "
                            + "privacy.")
    public Models.Shown model() {
        return hub.identity().models().shown(hub.database());
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "A match, explained field by field",
            description =
                    "By what is known of both now, and the model in use. Weights are in bits and add up. Personal data. Needs "
                            + "role privacy.")
    public ExplainedMatch show(@PathParam("id") UUID id) {
        return new ExplainedMatch(reviews().find(id), reviews().explanation(id));
    }

    @GET
    @Path("{id}/picture")
    @Produces("image/svg+xml")
    @Operation(
            summary = "The explanation of a match as a picture",
            description = "An SVG document that refers to nothing outside. Personal data. Needs role privacy.")
    public Response picture(@PathParam("id") UUID id) {
        return Response.ok(WaterfallPicture.of(reviews().explain(id)))
                // It shows what sources say of people; nothing of it runs or is fetched.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    @POST
    @Path("{id}/accept")
    @Operation(
            summary = "Makes one person of two",
            description =
                    "Features, scores and segments follow with the next re-scoring. A refused match may be accepted later. reason "
                            + "says why, in 500 characters at most, and names nobody. Needs role privacy.")
    public ProfileMerge accept(
            @PathParam("id") UUID id,
            @QueryParam("reason") @DefaultValue("by hand") String reason,
            @Context SecurityContext caller) {
        return reviews().accept(id, reason, caller.getUserPrincipal().getName());
    }

    @POST
    @Path("{id}/refuse")
    @Operation(
            summary = "Keeps two people apart for ever",
            description =
                    "They are not proposed again, and nothing joins them unseen. reason says why, in 500 characters at"
                            + " most, and names nobody. Needs role privacy.")
    public MatchedPair refuse(
            @PathParam("id") UUID id,
            @QueryParam("reason") @DefaultValue("by hand") String reason,
            @Context SecurityContext caller) {
        reviews().refuse(id, reason, caller.getUserPrincipal().getName());
        return reviews().find(id);
    }

    private Reviews reviews() {
        return hub.identity().reviews();
    }
}
