package io.attune.api;

import io.attune.hub.Hub;
import io.attune.profile.AttributeDefinition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Attributes of people, as attributes.yaml defines them. */
@Path("/v1/attributes")
@Produces(MediaType.APPLICATION_JSON)
public class AttributesResource {
    @Inject
    private Hub hub;

    /** An attribute, in the words of its file. */
    public record Described(
            String name,
            String description,
            String type,
            String privacy,
            boolean segments,
            Optional<String> token,
            String survivorship,
            String owner) {
        static Described of(AttributeDefinition attribute) {
            return new Described(
                    attribute.name(),
                    attribute.description(),
                    attribute.type().text(),
                    attribute.privacy().text(),
                    attribute.segments(),
                    attribute.token(),
                    attribute.survivorship().text(),
                    attribute.owner());
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary = "Which attributes are defined",
            description = "All others are encrypted and read by no rule. Needs role viewer.")
    public List<Described> list() {
        return hub.profiles().definitions().byName().values().stream()
                .sorted(Comparator.comparing(AttributeDefinition::name))
                .map(Described::of)
                .toList();
    }
}
