package io.attune.api;

import io.attune.hub.Hub;
import io.attune.identity.MatchRun;
import io.attune.nightly.ScoreRun;
import io.attune.rescore.RescoreSummary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Work that otherwise the clock starts. */
@Path("/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
    private static final int RUNS = 10;

    @Inject
    private Hub hub;

    @POST
    @Path("score")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Scores everybody with the champions of now, and answers at once",
            description = "From the vectors that are stored, on all nodes; goes on with a run that is under way. GET"
                    + " tells how far it has come. Needs role engineer.")
    public Response score(@Context SecurityContext caller) {
        ScoreRun run = hub.nightly().start(caller.getUserPrincipal().getName());
        return Response.accepted(run).build();
    }

    @GET
    @Path("score")
    @RolesAllowed("viewer")
    @Operation(summary = "How far the newest run over everybody has come", description = "Needs role viewer.")
    public ScoreRun progress() {
        return hub.nightly()
                .newest()
                .orElseThrow(() ->
                        ProblemException.notFound("Nobody was scored in a run yet. POST /v1/jobs/score begins one."));
    }

    @POST
    @Path("rescore")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Computes features, scores and segments of everyone who is due, and answers when done",
            description = "Who is due: backfilled people, and those whose silence changes what is known of them. Needs "
                    + "role engineer.")
    public RescoreSummary rescore() {
        hub.upkeep().run();
        return hub.rescore().run();
    }

    @POST
    @Path("match")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Matches all records of the store, learns from them, and answers when done",
            description =
                    "Joins whom matching by record has missed, and puts doubtful pairs up for review; source joins only records of "
                            + "that source. A run that was broken off goes on. Needs role engineer.")
    public MatchRun match(@QueryParam("source") Optional<String> source, @Context SecurityContext caller) {
        return hub.identity().job().run(source, caller.getUserPrincipal().getName());
    }

    @GET
    @Path("match")
    @RolesAllowed("engineer")
    @Operation(
            summary = "The newest ten runs of matching the store, and how far they are",
            description = "Needs role engineer.")
    public List<MatchRun> matching() {
        return hub.identity().job().runs(RUNS);
    }
}
