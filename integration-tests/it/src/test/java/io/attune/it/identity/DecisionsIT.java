package io.attune.it.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.command.HubClient;
import io.attune.command.user.Role;
import io.attune.it.environment.AttuneCommand;
import io.attune.it.environment.AttuneCommand.Said;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.ManagementBeans;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Who is who, as a privacy officer looks at it and decides: over REST, by the command, and in the console. */
@ExtendWith(EnvironmentExtension.class)
class DecisionsIT {
    private final Environment environment;
    private final HubClient officer;

    @TempDir
    Path folder;

    DecisionsIT(Environment environment) {
        this.environment = environment;
        this.officer = environment.client(Role.PRIVACY);
    }

    @Test
    void whatIsAcceptedIsOnePersonWithEverythingOfBothUntilItIsUndone() throws Exception {
        LookAlikes two = new LookAlikes(environment, "accepted", "Robert", "Featherstone", "Leeds", "1980-03-04");
        UUID match = two.arrive();
        UUID first = two.id(two.first());
        UUID second = two.id(two.second());
        officer.get("/v1/profiles/" + second + "/scores");

        JsonNode shown = officer.get("/v1/matches/" + match);
        assertThat(shown.at("/match/state").asText()).isEqualTo("review");
        assertThat(sum(shown.path("explanation")))
                .isCloseTo(shown.at("/explanation/bits").asDouble(), within(1e-6));
        String picture = officer.text("/v1/matches/" + match + "/picture", "image/svg+xml");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(picture)));
        assertThat(picture).contains("featherstone").doesNotContain("<script", "href");
        for (Role role : List.of(Role.VIEWER, Role.MARKETER, Role.ENGINEER)) {
            HubClient other = environment.client(role);
            assertThatThrownBy(() -> other.get("/v1/matches")).hasMessageContaining("answered 403");
            assertThatThrownBy(() -> other.text("/v1/matches/" + match + "/picture", "image/svg+xml"))
                    .hasMessageContaining("answered 403");
            assertThatThrownBy(() -> other.post("/v1/matches/" + match + "/accept"))
                    .hasMessageContaining("answered 403");
            assertThatThrownBy(() -> other.post("/v1/profiles/" + first + "/unmerge"))
                    .hasMessageContaining("answered 403");
        }
        assertThatThrownBy(() -> officer.post("/v1/matches/" + match + "/accept?reason=" + "x".repeat(501)))
                .hasMessageContaining("answered 422");
        assertThatThrownBy(() -> officer.post("/v1/matches/" + UUID.randomUUID() + "/accept"))
                .hasMessageContaining("answered 404");
        assertThat(two.profile(two.second()).path("profile").asText()).isEqualTo(second.toString());

        JsonNode merge = officer.post("/v1/matches/" + match + "/accept?reason=asked%20her%00");
        UUID merged = UUID.fromString(merge.path("merged").asText());
        assertThat(List.of(first, second))
                .allSatisfy(profile -> assertThat(officer.get("/v1/profiles/" + profile)
                                .path("profile")
                                .asText())
                        .as("also where the shared memory held who they were")
                        .isEqualTo(merge.path("survivor").asText()));
        assertThat(two.profile(two.first()).at("/consents/0/state").asText())
                .as("the newest word on e-mail is the second's")
                .isEqualTo("withdrawn");
        assertThat(orders(first)).isEqualTo(3);
        assertThat(audited("match-accept", merged)).containsExactly(actor() + " asked her\uFFFD");
        assertThat(audited("merge", merged)).hasSize(1);
        assertThatThrownBy(() -> officer.post("/v1/matches/" + match + "/refuse"))
                .hasMessageContaining("MATCH_DECIDED");

        officer.post("/v1/profiles/" + merged + "/unmerge?reason=two%20people");
        assertThat(two.id(two.first())).isEqualTo(first);
        assertThat(two.id(two.second())).isEqualTo(second);
        assertThat(two.profile(two.first()).at("/consents/0/state").asText()).isEqualTo("granted");
        assertThat(orders(first)).isEqualTo(2);
        assertThat(orders(second)).isEqualTo(1);
        assertThat(audited("unmerge", merged)).containsExactly(actor() + " two people");
        two.sayMore();
        assertThat(two.id(two.second())).as("nothing joins them again").isEqualTo(second);
        assertThat(two.waiting()).isEmpty();
    }

    @Test
    void theCommandListsExplainsRefusesAcceptsAndUndoes() throws Exception {
        LookAlikes two = new LookAlikes(environment, "refused", "Amelia", "Okonkwo", "Bristol", "1971-11-23");
        String match = two.arrive().toString();
        UUID first = two.id(two.first());
        UUID second = two.id(two.second());
        AttuneCommand attune = new AttuneCommand(environment, folder);
        Path picture = folder.resolve("why.svg");

        assertThat(attune.run(Role.PRIVACY, "identity", "list", "--limit", "10000")
                        .text())
                .contains(match);
        Said shown = attune.run(Role.PRIVACY, "identity", "show", match, "--picture", picture.toString());
        assertThat(shown.exit()).as(shown.text()).isZero();
        assertThat(Files.readString(picture)).startsWith("<svg");
        Said notAllowed = attune.run(Role.ENGINEER, "identity", "refuse", match);
        assertThat(notAllowed.exit()).isNotZero();
        assertThat(notAllowed.text()).contains("answered 403");

        Said refused = attune.run(Role.PRIVACY, "identity", "refuse", match, "--reason", "his cousin");
        assertThat(refused.text()).contains("\"refused\"", "his cousin");
        two.sayMore();
        assertThat(two.id(two.second())).as("refused for ever").isEqualTo(second);
        assertThat(two.waiting()).as("and not asked again").isEmpty();

        Said accepted = attune.run(Role.PRIVACY, "identity", "accept", match, "--reason", "the same after all");
        assertThat(accepted.exit()).as(accepted.text()).isZero();
        assertThat(two.id(two.first())).isEqualTo(two.id(two.second()));
        String merged = accepted.text().replaceAll("(?s).*\"merged\" : \"([^\"]+)\".*", "$1");
        Said undone = attune.run(Role.PRIVACY, "identity", "unmerge", merged, "--reason", "no");
        assertThat(undone.exit()).as(undone.text()).isZero();
        assertThat(two.id(two.first())).isNotEqualTo(two.id(two.second()));
        assertThat(audited("match-refuse", first)).containsExactly(actor() + " his cousin");
    }

    @Test
    void theConsoleDecidesForPrivacyOfficersOnlyAndSaysWho() {
        LookAlikes two = new LookAlikes(environment, "console", "Viktor", "Lindqvist", "Norwich", "1966-07-30");
        String match = two.arrive().toString();
        ManagementBeans beans = new ManagementBeans(environment);
        String bean = "type=Matches,name=all";

        assertThat(beans.read(bean, "Review").asLong()).isPositive();
        assertThat(beans.read(bean, "MostProbable").toString()).doesNotContain("Viktor", "lindqvist");
        for (Role role : List.of(Role.VIEWER, Role.MARKETER, Role.ENGINEER)) {
            assertThat(beans.call(role, bean, "accept", match, "no")
                            .path("status")
                            .asInt())
                    .as("as " + role)
                    .isEqualTo(403);
        }
        JsonNode tooLong = beans.call(Role.PRIVACY, bean, "accept", match, "x".repeat(501));
        assertThat(tooLong.path("error").asText()).contains("501 characters");

        String survivor = beans.call(Role.PRIVACY, bean, "accept", match, "one person")
                .path("value")
                .asText();
        assertThat(two.id(two.first())).hasToString(survivor);
        assertThat(two.id(two.second())).hasToString(survivor);
        UUID merged = merged(survivor);
        assertThat(audited("match-accept", merged)).containsExactly(actor() + " one person");
        assertThat(beans.call(Role.PRIVACY, bean, "unmerge", merged.toString(), "two people")
                        .path("value")
                        .asText())
                .isEqualTo(survivor);
        assertThat(two.id(two.first())).isNotEqualTo(two.id(two.second()));
        assertThat(beans.call(Role.PRIVACY, "type=Rejects,name=all", "replayOpen")
                        .path("status")
                        .asInt())
                .as("what is not about who is who stays with engineers")
                .isEqualTo(403);
    }

    private double orders(UUID profile) {
        environment.client(Role.ENGINEER).post("/v1/jobs/rescore");
        return officer.get("/v1/profiles/" + profile + "/scores")
                .at("/features/orders_30d")
                .asDouble();
    }

    private static double sum(JsonNode explanation) {
        double sum = explanation.path("priorBits").asDouble()
                + explanation.path("otherBits").asDouble()
                + explanation.path("cautionBits").asDouble();
        for (JsonNode line : explanation.path("lines")) {
            sum += line.path("bits").asDouble();
        }
        return sum;
    }

    private UUID merged(String survivor) {
        return environment
                .database()
                .withHandle(handle -> handle.createQuery("select profile_id from profile where merged_into = :survivor")
                        .bind("survivor", UUID.fromString(survivor))
                        .mapTo(UUID.class)
                        .one());
    }

    /** Who did something to a profile, and why. */
    private List<String> audited(String action, UUID subject) {
        return environment
                .database()
                .withHandle(handle -> handle.createQuery("""
                                select actor || coalesce(' ' || (detail ->> 'reason'), '') from audit
                                where action = :action and subject = :subject order by audit_id
                                """)
                        .bind("action", action)
                        .bind("subject", subject.toString())
                        .mapTo(String.class)
                        .list());
    }

    private String actor() {
        return environment.user(Role.PRIVACY).user();
    }
}
