package io.attune.api;

import io.attune.hub.Hub;
import io.attune.identity.ProfileSearch;
import io.attune.memory.HotVector;
import io.attune.profile.AttributeOrigin;
import io.attune.profile.ProfileView;
import io.attune.record.Identifier;
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
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** People. */
@Path("/v1/profiles")
@Produces(MediaType.APPLICATION_JSON)
public class ProfilesResource {
    private static final int MOST_REASONS = 50;

    @Inject
    private Hub hub;

    /** An attribute, and where it comes from. */
    public record Stated(String value, AttributeOrigin origin) {}

    /** Two profiles that had been one: the one that came back, and the one that it had been merged into. */
    public record Unmerged(UUID profile, UUID from) {}

    @GET
    @Path("{id}")
    @RolesAllowed("privacy")
    @Operation(
            summary = "What is known of a person",
            description = "Personal data. A merged profile answers with its survivor. Needs role privacy.")
    public ProfileView profile(@PathParam("id") UUID id) {
        return hub.memory().profile(id).orElseThrow(ProfilesResource::unknown);
    }

    @GET
    @RolesAllowed("privacy")
    @Operation(
            summary = "Who has an identifier",
            description =
                    "kind is one of email, phone (E.164), customer_id, salesforce_id, loyalty_id and anonymous_id. "
                            + "Several when the identifier joins nobody. Personal data. Needs role privacy.")
    public List<ProfileView> find(
            @QueryParam("kind") Optional<String> kind, @QueryParam("value") Optional<String> value) {
        Identifier identifier = new Identifier(
                kind.orElseThrow(() -> ProblemException.badRequest("Name a kind, such as kind=email.")),
                value.orElseThrow(() -> ProblemException.badRequest("Name a value, such as value=ana@example.com.")));
        ProfileSearch search = new ProfileSearch(hub.encryption());
        return hub.database().inHandle(handle -> search.owners(handle, identifier)).stream()
                .flatMap(profile -> hub.memory().profile(profile).stream())
                .toList();
    }

    @GET
    @Path("{id}/attributes")
    @RolesAllowed("viewer")
    @Operation(
            summary = "What sources say of a person that names nobody",
            description =
                    "The attributes that attributes.yaml calls ordinary, with where they come from. Needs role viewer.")
    public Map<String, Stated> attributes(@PathParam("id") UUID id) {
        ProfileView known = hub.memory().profile(id).orElseThrow(ProfilesResource::unknown);
        Map<String, Stated> ordinary = new TreeMap<>();
        hub.profiles().definitions().clear().stream()
                .filter(known.attributes()::containsKey)
                .forEach(name -> ordinary.put(
                        name,
                        new Stated(known.attributes().get(name), known.origins().get(name))));
        return ordinary;
    }

    @GET
    @Path("{id}/scores")
    @RolesAllowed("viewer")
    @Operation(
            summary = "What the models say of a person, and what they read",
            description =
                    "Served from the shared memory where it holds the person. With explain=true also why the champions"
                            + " say so: the largest SHAP parts, top of them, computed now. Needs role viewer;"
                            + " sensitive features are withheld from whoever has not role privacy too.")
    public ScoresView scores(
            @PathParam("id") UUID id,
            @QueryParam("explain") @DefaultValue("false") boolean explain,
            @QueryParam("top") @DefaultValue("5") int top,
            @Context SecurityContext caller) {
        if (top < 1 || top > MOST_REASONS) {
            throw ProblemException.badRequest("top is " + top + "; ask for 1 to " + MOST_REASONS + " reasons.");
        }
        HotVector vector = hub.memory().vector(id).orElseThrow(ProfilesResource::unknown);
        Predicate<String> hidden =
                caller.isUserInRole("privacy") ? feature -> false : hub.lookup().definitions()::isSensitive;
        return ScoresView.of(vector, explain ? hub.explainer().explain(vector.features(), top) : Map.of(), hidden);
    }

    @POST
    @Path("{id}/unmerge")
    @RolesAllowed("privacy")
    @Operation(
            summary = "Undoes a merge",
            description =
                    "id is the profile that the merge ended; what it had comes back to it, and identifiers that both "
                            + "have join nobody any more. Needs role privacy.")
    public Unmerged unmerge(
            @PathParam("id") UUID id,
            @QueryParam("reason") @DefaultValue("by hand") String reason,
            @Context SecurityContext caller) {
        UUID survivor = hub.identity()
                .corrections()
                .unmerge(id, reason, caller.getUserPrincipal().getName());
        return new Unmerged(id, survivor);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound(
                "There is no profile of this id. GET /v1/profiles?kind=email&value=… finds one.");
    }
}
