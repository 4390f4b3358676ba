package io.attune.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.attune.hub.Hub;
import io.attune.inference.Inference;
import io.attune.inference.InferenceException;
import io.attune.inference.ModelMetadata;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The Open Inference Protocol, version 2, over REST. Its errors have the protocol's form, {@code {"error": "..."}}. */
@Path("/v2")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class InferenceResource {
    @Inject
    private Hub hub;

    /** This server, in the protocol's form. */
    public record ServerMetadata(String name, String version, List<String> extensions) {}

    /** Whether a version scores, in the protocol's form. */
    public record ModelReady(String name, boolean ready) {}

    @GET
    @Operation(summary = "What this server is", description = "Open Inference Protocol. Needs role viewer.")
    public ServerMetadata server() {
        return new ServerMetadata("attune", "1", List.of());
    }

    @GET
    @Path("health/live")
    @Operation(summary = "Whether the server answers", description = "Open Inference Protocol. Needs role viewer.")
    public Map<String, Boolean> live() {
        return Map.of("live", true);
    }

    @GET
    @Path("health/ready")
    @Operation(
            summary = "Whether every model scores",
            description = "Open Inference Protocol; 503 when one does not. Needs role viewer.")
    public Response ready() {
        boolean ready = inference().isReady();
        return Response.status(ready ? 200 : 503).entity(Map.of("ready", ready)).build();
    }

    @GET
    @Path("models/{name}")
    @Operation(
            summary = "What a model takes and gives",
            description = "Open Inference Protocol. Answers for the champion. Needs role viewer.")
    public Response model(@PathParam("name") String name) {
        return metadata(name, Optional.empty());
    }

    @GET
    @Path("models/{name}/versions/{version}")
    @Operation(
            summary = "What a version of a model takes and gives",
            description = "Open Inference Protocol. Needs role viewer.")
    public Response version(@PathParam("name") String name, @PathParam("version") String version) {
        return metadata(name, Optional.of(version));
    }

    @GET
    @Path("models/{name}/ready")
    @Operation(summary = "Whether a model scores", description = "Open Inference Protocol. Needs role viewer.")
    public Response modelReady(@PathParam("name") String name) {
        return ready(name, Optional.empty());
    }

    @GET
    @Path("models/{name}/versions/{version}/ready")
    @Operation(
            summary = "Whether a version of a model scores, or could",
            description = "Open Inference Protocol. Needs role viewer.")
    public Response versionReady(@PathParam("name") String name, @PathParam("version") String version) {
        return ready(name, Optional.of(version));
    }

    @POST
    @Path("models/{name}/infer")
    @Operation(
            summary = "Scores rows with a model's champion",
            description =
                    "Open Inference Protocol. A row that lacks what the model needs has null for a score and a"
                            + " reason; imputed names the inputs for which the model put a value of its own. Needs role viewer.")
    public Response infer(@PathParam("name") String name, InputStream body) throws IOException {
        return infer(name, Optional.empty(), body);
    }

    @POST
    @Path("models/{name}/versions/{version}/infer")
    @Operation(
            summary = "Scores rows with a version of a model: its champion, or a challenger",
            description = "Open Inference Protocol. Needs role viewer.")
    public Response inferVersion(@PathParam("name") String name, @PathParam("version") String version, InputStream body)
            throws IOException {
        return infer(name, Optional.of(version), body);
    }

    private Response infer(String name, Optional<String> version, InputStream body) throws IOException {
        try {
            return Response.ok(inference().infer(name, version, body)).build();
        } catch (InferenceException refused) {
            return error(refused);
        }
    }

    private Response metadata(String name, Optional<String> version) {
        try {
            ModelMetadata metadata = inference().metadata(name, version);
            return Response.ok(metadata).build();
        } catch (InferenceException refused) {
            return error(refused);
        }
    }

    private Response ready(String name, Optional<String> version) {
        boolean ready = inference().isReady(name, version);
        return Response.status(ready ? 200 : 404)
                .entity(new ModelReady(name, ready))
                .build();
    }

    private static Response error(InferenceException refused) {
        try {
            byte[] body = JsonBody.JSON.writeValueAsBytes(Map.of("error", refused.getMessage()));
            return Response.status(refused.status()).entity(body).build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a text is always JSON", impossible);
        }
    }

    private Inference inference() {
        return hub.inference();
    }
}
