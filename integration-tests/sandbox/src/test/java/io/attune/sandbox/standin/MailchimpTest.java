package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.sandbox.standin.mailchimp.Audience;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailchimpTest {
    private static final String URIST = "/lists/list1/members/62eeb292278cc15f5817cb78f7790b08";
    private static final String NEW_URIST =
            "{\"email_address\":\"Urist.McVankab@freddiesjokes.com\",\"status_if_new\":\"subscribed\"}";

    @TempDir
    private Path folder;

    private Services services;

    @BeforeEach
    void start() {
        services = new Services(folder);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void namesMembersByTheHashOfTheirAddress() {
        assertThat(Audience.idOf("Urist.McVankab@freddiesjokes.com")).isEqualTo("62eeb292278cc15f5817cb78f7790b08");
        assertThat(Audience.idOf("bob.dole@initech.com")).isEqualTo("48cd6232dc124497369f59c33d3eb4ab");
    }

    @Test
    void putsAMemberAndKeepsItsStatus() throws Exception {
        assertThat(services.mailchimp("PUT", URIST, NEW_URIST)
                        .body()
                        .get("status")
                        .asText())
                .isEqualTo("subscribed");
        services.mailchimp("PATCH", URIST, "{\"status\":\"unsubscribed\"}");

        var again = services.mailchimp("PUT", URIST, NEW_URIST);
        assertThat(again.body().get("status").asText()).isEqualTo("unsubscribed");
    }

    @Test
    void subscribesNobodyWhoLeftOrWasForgotten() throws Exception {
        services.mailchimp("PUT", URIST, NEW_URIST);
        services.standIns().mailchimp().unsubscribe("Urist.McVankab@freddiesjokes.com");
        var left = services.mailchimp("PATCH", URIST, "{\"status\":\"subscribed\"}");
        assertThat(left.status()).isEqualTo(400);
        assertThat(left.body().get("title").asText()).isEqualTo("Member In Compliance State");

        assertThat(services.mailchimp("POST", URIST + "/actions/delete-permanent", "")
                        .status())
                .isEqualTo(204);
        assertThat(services.mailchimp("PUT", URIST, NEW_URIST)
                        .body()
                        .get("title")
                        .asText())
                .isEqualTo("Forgotten Email Not Subscribed");
    }

    @Test
    void takesOnlyMergeFieldsThatExist() throws Exception {
        String scored = NEW_URIST.replace("}", ",\"merge_fields\":{\"CHURN\":0.5}}");
        var refused = services.mailchimp("PUT", URIST, scored);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors").get(0).get("field").asText()).isEqualTo("merge_fields.CHURN");

        services.mailchimp(
                "POST", "/lists/list1/merge-fields", "{\"tag\":\"CHURN\",\"name\":\"Churn\",\"type\":\"number\"}");
        var taken = services.mailchimp("PUT", URIST, scored).body().get("merge_fields");
        assertThat(taken.get("CHURN").asDouble()).isEqualTo(0.5);
        assertThat(taken.get("FNAME").asText()).isEmpty();
        assertThat(services.mailchimp("PUT", URIST, scored.replace("0.5", "\"high\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void tagsAMember() throws Exception {
        services.mailchimp("PUT", URIST, NEW_URIST);
        String tags = "{\"tags\":[{\"name\":\"new\",\"status\":\"%s\"},{\"name\":\"at-risk\",\"status\":\"active\"}]}";
        assertThat(services.mailchimp("POST", URIST + "/tags", tags.formatted("active"))
                        .status())
                .isEqualTo(204);
        services.mailchimp("POST", URIST + "/tags", tags.formatted("inactive"));

        var member = services.mailchimp("GET", URIST, "").body();
        assertThat(member.get("tags")).hasSize(1);
        assertThat(member.get("tags").get(0).get("name").asText()).isEqualTo("at-risk");
        assertThat(services.mailchimp("POST", "/lists/list1/members/none/tags", tags.formatted("active"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answers200ForABatchOfWhichSomeFailed() throws Exception {
        String batch = """
                {"members":[{"email_address":"ann@example.org","status":"subscribed"},
                {"email_address":"nobody","status":"subscribed"},{"email_address":"Ann@example.org","status":"subscribed"}]}
                """;
        var first = services.mailchimp("POST", "/lists/list1", batch);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().get("total_created").asInt()).isEqualTo(1);
        assertThat(first.body().get("error_count").asInt()).isEqualTo(2);

        var again = services.mailchimp("POST", "/lists/list1", batch)
                .body()
                .get("errors")
                .get(0);
        assertThat(again.get("error_code").asText()).isEqualTo("ERROR_CONTACT_EXISTS");
        var updating = services.mailchimp("POST", "/lists/list1", batch.replace("]}", "],\"update_existing\":true}"));
        assertThat(updating.body().get("total_updated").asInt()).isEqualTo(1);
    }

    @Test
    void refusesTooManyMembersAndUnknownFields() throws Exception {
        String members = IntStream.range(0, 501)
                .mapToObj(number -> "{\"email_address\":\"p" + number + "@example.org\",\"status\":\"subscribed\"}")
                .collect(Collectors.joining(",", "{\"members\":[", "]}"));
        assertThat(services.mailchimp("POST", "/lists/list1", members).status()).isEqualTo(400);
        assertThat(services.mailchimp("PUT", URIST, NEW_URIST.replace("}", ",\"tags\":[]}"))
                        .status())
                .as("a PUT takes no tags")
                .isEqualTo(400);
        assertThat(services.mailchimp("GET", "/lists/other", "").status()).isEqualTo(404);
    }
}
