package io.attune.api;

import io.attune.hub.Hub;
import io.attune.registry.Gate;
import io.attune.registry.VersionSummary;
import io.attune.rollout.ModelChange;
import io.attune.rollout.ModelRollout;
import io.attune.score.ShadowComparison;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The registry of models: what there is, and which version scores. Changes concern every node. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class ModelsResource {
    private static final int MOST_CHANGES = 100;
    private static final String ZIP = "application/zip";

    @Inject
    private Hub hub;

    /**
     * A model and its versions.
     *
     * @param champion the version that scores
     * @param challengers versions that score in its shadow
     */
    public record ModelView(
            String model, Optional<String> champion, List<String> challengers, List<VersionSummary> versions) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Every model with its versions", description = "Needs role viewer.")
    public List<ModelView> list() {
        Map<String, List<VersionSummary>> byModel = models().list().stream()
                .collect(Collectors.groupingBy(VersionSummary::model, TreeMap::new, Collectors.toList()));
        return byModel.entrySet().stream()
                .map(entry -> new ModelView(
                        entry.getKey(),
                        models().champion(entry.getKey()),
                        models().challengers(entry.getKey()),
                        entry.getValue()))
                .toList();
    }

    @GET
    @Path("changes")
    @RolesAllowed("viewer")
    @Operation(
            summary = "The newest 100 changes of models, and how far each node is with them",
            description = "Needs role viewer.")
    public List<ModelChange> changes() {
        return models().changes(MOST_CHANGES);
    }

    @GET
    @Path("{model}/versions/{version}/card")
    @RolesAllowed("viewer")
    @Operation(summary = "The card of a version", description = "Needs role viewer.")
    public Object card(@PathParam("model") String model, @PathParam("version") String version) {
        return models().card(model, version).document();
    }

    @GET
    @Path("{model}/versions/{version}/card.html")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed("viewer")
    @Operation(summary = "The card of a version, as a page", description = "Needs role viewer.")
    public Response page(@PathParam("model") String model, @PathParam("version") String version) throws IOException {
        java.nio.file.Path page = models().page(model, version)
                .orElseThrow(() -> ProblemException.notFound(
                        "The training of " + model + " " + version + " wrote no page; its figures are at …/card."));
        return Response.ok(Files.readString(page), "text/html; charset=utf-8")
                // A card comes from whoever may upload a model; nothing of it runs or is fetched.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .build();
    }

    @GET
    @Path("{model}/versions/{version}/gates")
    @RolesAllowed("viewer")
    @Operation(
            summary = "What a version must show before it may score, and whether it does",
            description = "Needs role viewer.")
    public List<Gate> gates(@PathParam("model") String model, @PathParam("version") String version) {
        return models().gates(model, version);
    }

    @GET
    @Path("{model}/shadow")
    @RolesAllowed("viewer")
    @Operation(
            summary = "Every challenger of a model beside its champion",
            description = "Over the profiles that both were asked about since the challenger was set. Needs role"
                    + " viewer.")
    public List<ShadowComparison> shadow(@PathParam("model") String model) {
        return hub.database().inHandle(handle -> hub.scoring().compare(handle, model));
    }

    @POST
    @Path("{model}/versions")
    @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM, MediaType.MULTIPART_FORM_DATA})
    @RolesAllowed("engineer")
    @Operation(
            summary = "Gives every node a version, which does not score yet",
            description = "The zip of a version's files, or a MOJO that H2O trained elsewhere; then map=feature=column,"
                    + " once or more, names our features for its columns. At most 64 MB, as the body or as the part file"
                    + " of a form; a form may hold the map as parts, too. The header Content-Digest, in a form that of the"
                    + " part, is checked where it is sent. Needs role engineer.")
    @Parameter(
            name = "Content-Digest",
            in = ParameterIn.HEADER,
            description = "sha-256=:BASE64: of the body (RFC 9530)")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        requiredProperties = "file",
                                        properties = {
                                            @SchemaProperty(
                                                    name = "file",
                                                    type = SchemaType.STRING,
                                                    format = "binary",
                                                    description = "The version's zip, or a MOJO"),
                                            @SchemaProperty(
                                                    name = "map",
                                                    type = SchemaType.ARRAY,
                                                    implementation = String.class,
                                                    description = "feature=column, such as orders_90d=n_orders")
                                        }))
            })
    @APIResponse(responseCode = "201", description = "Every node that lives has it; the change says since when")
    @APIResponse(responseCode = "400", description = "It is no form though it says so, or a part is called otherwise")
    @APIResponse(responseCode = "413", description = "It is larger than 64 MB")
    @APIResponse(responseCode = "422", description = "It is damaged, or cannot score; nothing has changed")
    public Response upload(
            @PathParam("model") String model,
            @QueryParam("map") List<String> map,
            @Context HttpHeaders headers,
            @Context SecurityContext caller,
            InputStream body)
            throws IOException {
        UploadedBody uploaded = UploadedBody.read(body, headers);
        ModelChange change =
                models().upload(model, uploaded.content(), uploaded.digest(), uploaded.columns(map), name(caller));
        return Response.status(Response.Status.CREATED).entity(change).build();
    }

    @POST
    @Path("{model}/versions/{version}/promote")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Lets a version score, on every node",
            description = "Refused when a gate fails, unless force=true, or when a node cannot load it. Needs role"
                    + " engineer.")
    public ModelChange promote(
            @PathParam("model") String model,
            @PathParam("version") String version,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @Context SecurityContext caller) {
        return models().promote(model, version, force, name(caller));
    }

    @POST
    @Path("{model}/rollback")
    @RolesAllowed("engineer")
    @Operation(summary = "Lets the version score that did before, on every node", description = "Needs role engineer.")
    public ModelChange rollback(@PathParam("model") String model, @Context SecurityContext caller) {
        return models().rollback(model, name(caller));
    }

    @POST
    @Path("{model}/versions/{version}/challenge")
    @RolesAllowed("engineer")
    @Operation(
            summary = "Lets a version score in the champion's shadow, on every node",
            description = "What it says decides nothing. Needs role engineer.")
    public ModelChange challenge(
            @PathParam("model") String model, @PathParam("version") String version, @Context SecurityContext caller) {
        return models().challenge(model, version, name(caller));
    }

    @POST
    @Path("{model}/versions/{version}/retire")
    @RolesAllowed("engineer")
    @Operation(summary = "Lets a challenger score no more, on every node", description = "Needs role engineer.")
    public ModelChange retire(
            @PathParam("model") String model, @PathParam("version") String version, @Context SecurityContext caller) {
        return models().retire(model, version, name(caller));
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }

    private ModelRollout models() {
        return hub.models();
    }
}
