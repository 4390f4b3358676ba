package io.attune.api;

import io.attune.hub.Hub;
import io.attune.lookup.FeatureAnswer;
import io.attune.lookup.FeatureCatalogue;
import io.attune.lookup.FeatureQuestion;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Features of people. */
@Path("/v1/features")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class FeaturesResource {
    private static final String PRIVACY = "privacy";

    @Inject
    private Hub hub;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The feature vectors of many people",
            description =
                    "Served from the shared memory where it holds a person, else from the database; each with the moment"
                            + " that it is as of. At most 1,000 people at a time, 100 of them by an identifier. features names the"
                            + " wanted ones; all when left out. Needs role viewer; identifiers are personal data and need role"
                            + " privacy too, and so do sensitive features, which are withheld otherwise.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples =
                                    @ExampleObject(
                                            name = "two people",
                                            value = "{\"profiles\": [\"0197a3c4-5b1e-7d20-9f7a-2f1c6f0f8a11\"],"
                                                    + " \"identifiers\": [{\"kind\": \"email\", \"value\": \"ana@example.com\"}],"
                                                    + " \"features\": [\"orders_90d\", \"top_category_365d\"]}")))
    @APIResponse(responseCode = "200", description = "What was found, in the order of the question")
    @APIResponse(responseCode = "400", description = "The question is not understood; the detail says where")
    @APIResponse(responseCode = "403", description = "It asks by identifier, without role privacy")
    public FeatureAnswer lookUp(InputStream body, @Context SecurityContext caller) throws IOException {
        FeatureQuestion question = new FeatureQuestionReader(hub.lookup().definitions()).read(body);
        boolean trusted = caller.isUserInRole(PRIVACY);
        if (!question.identifiers().isEmpty() && !trusted) {
            throw ProblemException.forbidden(
                    "To ask by identifier tells whether the hub knows somebody: it needs the role privacy. Ask by profile.");
        }
        return hub.lookup().answer(question, trusted);
    }

    @GET
    @Path("definitions")
    @Operation(
            summary = "Which features there are",
            description = "With what they mean, who answers for them, and how they must be handled. Needs role viewer.")
    public FeatureCatalogue definitions() {
        return FeatureCatalogue.of(hub.lookup().definitions());
    }
}
