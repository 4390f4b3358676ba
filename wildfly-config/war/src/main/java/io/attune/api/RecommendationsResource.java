package io.attune.api;

import io.attune.content.PersonalRecommendations;
import io.attune.content.Product;
import io.attune.hub.Hub;
import io.attune.identity.ProfileSearch;
import io.attune.recommendation.Basis;
import io.attune.recommendation.ShopRecommender;
import io.attune.record.Identifier;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jdbi.v3.core.Handle;

/** What to show to whom. */
@Path("/v1/recommendations")
@Produces(MediaType.APPLICATION_JSON)
public class RecommendationsResource {
    private static final String PRIVACY = "privacy";

    @Inject
    private Hub hub;

    /**
     * A product that can be had.
     *
     * @param score between 0 and 1 where a model said it; absent where it is only popular
     * @param basis what it rests on most
     */
    public record Shown(Product product, Optional<Double> score, Basis basis) {}

    /** What to show to a person, the best first. */
    public record ForPerson(UUID profile, List<Shown> products) {}

    /**
     * An answer.
     *
     * @param byModel whether a model of the kind recommendations said it; otherwise it is what many buy
     * @param people in the order of the question; an identifier of several people answers for each
     * @param similar to the product that was named
     */
    public record Answer(boolean byModel, List<ForPerson> people, List<Shown> similar) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("viewer")
    @Operation(
            summary = "Products for people, or products that go with one",
            description =
                    "{\"profiles\": […], \"identifiers\": [{\"kind\", \"value\"}], \"number\": 10, \"excludeBought\": true},"
                            + " or {\"similarTo\": \"product id\"}. What is sold out is left out. Without a model it is what many buy."
                            + " Needs role viewer, and for identifiers role privacy too.")
    public Answer recommend(InputStream body, @Context SecurityContext caller) throws IOException {
        RecommendationQuestion question = RecommendationQuestion.read(body);
        if (!question.identifiers().isEmpty() && !caller.isUserInRole(PRIVACY)) {
            throw ProblemException.forbidden(
                    "To ask by identifier tells whether the hub knows somebody: it needs the role privacy. Ask by profile.");
        }
        PersonalRecommendations recommendations = hub.kinds().recommendations();
        Optional<ShopRecommender> model = recommendations.only();
        return hub.database().inHandle(handle -> {
            List<ForPerson> people = new ArrayList<>();
            for (UUID profile : people(handle, question)) {
                people.add(new ForPerson(profile, forPerson(handle, recommendations, model, profile, question)));
            }
            return new Answer(model.isPresent(), people, similar(handle, recommendations, model, question));
        });
    }

    private List<UUID> people(Handle handle, RecommendationQuestion question) {
        List<UUID> people = new ArrayList<>();
        for (UUID profile : question.profiles()) {
            people.add(hub.profiles()
                    .current(handle, profile)
                    .orElseThrow(() -> ProblemException.notFound("There is no profile " + profile + ".")));
        }
        ProfileSearch search = new ProfileSearch(hub.encryption());
        for (Identifier identifier : question.identifiers()) {
            people.addAll(search.owners(handle, identifier));
        }
        return people;
    }

    private static List<Shown> forPerson(
            Handle handle,
            PersonalRecommendations recommendations,
            Optional<ShopRecommender> model,
            UUID profile,
            RecommendationQuestion question) {
        if (model.isEmpty()) {
            return recommendations.popular(handle, profile, question.task(), question.number()).stream()
                    .map(product -> new Shown(product, Optional.empty(), Basis.POPULAR))
                    .toList();
        }
        return shown(recommendations.recommend(handle, model.get(), profile, question.task(), question.number()));
    }

    private static List<Shown> similar(
            Handle handle,
            PersonalRecommendations recommendations,
            Optional<ShopRecommender> model,
            RecommendationQuestion question) {
        if (question.similarTo().isEmpty()) {
            return List.of();
        }
        ShopRecommender recommender = model.orElseThrow(() -> ProblemException.notFound(
                "No model says what goes with a product. Train one of the kind recommendations and promote it."));
        if (!recommender.items().contains(question.similarTo().get())) {
            throw ProblemException.notFound("The model does not know the product "
                    + question.similarTo().get() + ": nobody had bought it when it was trained.");
        }
        return shown(recommendations.similar(
                handle, recommender, question.similarTo().get(), question.number()));
    }

    private static List<Shown> shown(List<PersonalRecommendations.Recommended> recommended) {
        return recommended.stream()
                .map(each -> new Shown(
                        each.product(),
                        Optional.of(each.suggestion().score()),
                        each.suggestion().basis()))
                .toList();
    }
}
