package io.attune.it.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a running server tells of a person: their features, why they have a score, and what to show to them. */
@ExtendWith(EnvironmentExtension.class)
class PeopleIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FEATURES = "/v1/features";
    private static final String RECOMMENDATIONS = "/v1/recommendations";

    private final Environment environment;
    private final TeaShop shop;

    @TempDir
    Path folder;

    PeopleIT(Environment environment) {
        this.environment = environment;
        this.shop = new TeaShop(environment);
    }

    @Test
    void featuresAndReasonsLeaveOutWhatAViewerMayNotSee() throws IOException {
        shop.open();
        UUID drinker = shop.profile("drinker");
        String question =
                "{\"profiles\": [\"%s\", \"%s\"], \"features\": [\"orders_365d\", \"top_category_365d\", \"sentiment_365d\"]}"
                        .formatted(drinker, UUID.randomUUID());

        JsonNode seen = answer(200, FEATURES, question, Role.VIEWER);
        assertThat(seen.path("vectors")).hasSize(1);
        assertThat(seen.at("/vectors/0/features/orders_365d").asDouble()).isEqualTo(2);
        assertThat(seen.at("/vectors/0/features/top_category_365d").asText()).isEqualTo("tea");
        assertThat(seen.path("unknown").toString()).isEqualTo("[\"profiles/1\"]");
        assertThat(seen.path("withheld").toString()).isEqualTo("[\"sentiment_365d\"]");
        assertThat(seen.toString()).doesNotContain("\"sentiment_365d\":");
        JsonNode trusted = answer(200, FEATURES, question, Role.PRIVACY);
        assertThat(trusted.at("/vectors/0/features/sentiment_365d").asDouble()).isPositive();
        String byName = "{\"identifiers\": [{\"kind\": \"customer_id\", \"value\": \"%s\"}]}";
        String known = byName.formatted(TeaShop.user("drinker"));
        answer(403, FEATURES, known, Role.VIEWER);
        answer(403, FEATURES, known, Role.ENGINEER);
        assertThat(answer(200, FEATURES, known, Role.PRIVACY)
                        .at("/vectors/0/profile")
                        .asText())
                .isEqualTo(drinker.toString());
        assertThat(answer(200, FEATURES, byName.formatted("nobody"), Role.PRIVACY)
                        .path("unknown"))
                .hasSize(1);
        answer(400, FEATURES, "{\"profiles\": [\"x\"]}", Role.VIEWER);
        answer(413, FEATURES, "{\"profiles\": [\"" + "x".repeat(1_000_000) + "\"]}", Role.VIEWER);

        JsonNode scores =
                environment.client(Role.VIEWER).get("/v1/profiles/" + drinker + "/scores?explain=true&top=50");
        JsonNode churn = scores.at("/explanations/churn");
        assertThat(churn.path("value").asDouble())
                .isEqualTo(scores.at("/scores/churn/value").asDouble());
        assertThat(churn.path("reasons").findValuesAsText("text"))
                .isNotEmpty()
                .allMatch(text -> text.matches("[A-Z][^_]+: .+ \\((raises|lowers) the score\\)"));
        assertThat(churn.path("reasons").findValuesAsText("feature")).doesNotContain("sentiment_365d");
        assertThat(scores.path("withheld").toString()).isEqualTo("[\"sentiment_365d\"]");
        assertThat(scores.path("features").has("sentiment_365d")).isFalse();
        assertThat(environment
                        .client(Role.PRIVACY)
                        .get("/v1/profiles/" + drinker + "/scores")
                        .at("/features/sentiment_365d")
                        .asDouble())
                .isPositive();
    }

    @Test
    void withoutAModelOfItsOwnTheHubShowsWhatManyBuyAndWithOneWhatSuits() throws IOException {
        shop.open();
        UUID drinker = shop.profile("drinker");
        String people =
                "{\"profiles\": [\"%s\", \"%s\"], \"number\": 100}".formatted(drinker, shop.profile("stranger"));

        JsonNode popular = answer(200, RECOMMENDATIONS, people, Role.VIEWER);
        assertThat(popular.path("byModel").asBoolean()).isFalse();
        assertThat(products(popular, 0)).contains("tea2", "cup2").doesNotContain(TeaShop.BOUGHT, TeaShop.SOLD_OUT);
        assertThat(products(popular, 1)).contains("tea2", TeaShop.BOUGHT).doesNotContain(TeaShop.SOLD_OUT);
        assertThat(popular.at("/people/0/products/0/score").isNull()).isTrue();
        assertThat(products(
                        answer(200, RECOMMENDATIONS, people.replace("}", ", \"excludeBought\": false}"), Role.VIEWER),
                        0))
                .contains(TeaShop.BOUGHT);
        answer(404, RECOMMENDATIONS, "{\"similarTo\": \"tea1\"}", Role.VIEWER);

        Path model = shop.train(folder);
        try {
            JsonNode suits = answer(200, RECOMMENDATIONS, people.replace("100", "4"), Role.VIEWER);
            assertThat(suits.path("byModel").asBoolean()).isTrue();
            assertThat(products(suits, 0))
                    .hasSize(4)
                    .allMatch(product -> product.startsWith("tea"))
                    .doesNotContain(TeaShop.BOUGHT, "tea3", TeaShop.SOLD_OUT);
            assertThat(products(suits, 1)).as("a stranger").hasSize(4).doesNotContain(TeaShop.SOLD_OUT);
            assertThat(suits.at("/people/1/products").findValuesAsText("basis")).containsOnly("POPULAR");
            JsonNode similar = answer(200, RECOMMENDATIONS, "{\"similarTo\": \"cup5\", \"number\": 3}", Role.VIEWER)
                    .path("similar");
            assertThat(similar.findValuesAsText("id"))
                    .hasSize(3)
                    .allMatch(product -> product.startsWith("cup"))
                    .doesNotContain("cup5");
            answer(404, RECOMMENDATIONS, "{\"similarTo\": \"a thing that nobody sells\"}", Role.VIEWER);
        } finally {
            delete(model);
        }
    }

    @Test
    void whatIsAskedAmissIsRefusedWithItsPlace() throws IOException {
        String somebody = UUID.randomUUID().toString();
        answer(404, RECOMMENDATIONS, "{\"profiles\": [\"%s\"]}".formatted(somebody), Role.VIEWER);
        String byName = "{\"identifiers\": [{\"kind\": \"customer_id\", \"value\": \"nobody\"}]}";
        answer(403, RECOMMENDATIONS, byName, Role.VIEWER);
        assertThat(answer(200, RECOMMENDATIONS, byName, Role.PRIVACY).path("people"))
                .isEmpty();
        for (String wrong : List.of(
                "",
                "[]",
                "{}",
                "{\"profiles\": \"" + somebody + "\"}",
                "{\"profiles\": [\"" + somebody + "\"], \"number\": 0}",
                "{\"profiles\": [\"" + somebody + "\"], \"number\": \"many\"}",
                "{\"profiles\": [\"" + somebody + "\"], \"exclude_bought\": false}",
                "{\"profiles\": [\"" + somebody + "\"], \"similarTo\": \"tea1\"}")) {
            answer(400, RECOMMENDATIONS, wrong, Role.VIEWER);
        }
        answer(400, RECOMMENDATIONS, "{\"identifiers\": [{\"kind\": \"email\", \"value\": 7}]}", Role.PRIVACY);
        answer(413, RECOMMENDATIONS, "{\"similarTo\": \"" + "x".repeat(100_000) + "\"}", Role.VIEWER);
    }

    private JsonNode answer(int status, String path, String question, Role role) throws IOException {
        HttpResponse<String> answer =
                Http.send(Http.request(environment.nodes().first().node().url().resolve(path))
                        .header("Authorization", Http.basic(environment.user(role)))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question))
                        .build());
        assertThat(answer.statusCode())
                .as("%.200s as %s: %.500s", question, role, answer.body())
                .isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static List<String> products(JsonNode answer, int person) {
        return answer.path("people").path(person).path("products").findValuesAsText("id");
    }

    private void delete(Path model) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        environment.client(Role.ENGINEER).post("/v1/definitions/reload");
    }
}
