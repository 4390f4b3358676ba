package io.attune.delivery.projection;

import static io.attune.delivery.OutboxFixture.START;
import static io.attune.delivery.projection.ProjectionFixture.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Channel;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.Json;
import io.attune.delivery.Readers;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MailchimpAudienceTest {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    static Path folder;

    private ProjectionFixture fixture;
    private Readers readers;
    private MailchimpAudience mailchimp;
    private Exchange exchange;

    @BeforeEach
    void begin() {
        POSTGRES.clear();
        fixture = new ProjectionFixture(POSTGRES, folder);
        readers = fixture.outbox.readers;
        mailchimp = new MailchimpAudience(
                fixture.projections,
                new MailchimpMembers(new MailchimpSettings("key", "list", () -> List.of("at-risk", "new"))));
        exchange = new DefaultExchange(new DefaultCamelContext());
    }

    @Test
    void namesMembersAsMailchimpDoes() {
        assertThat(MailchimpMembers.hash("Urist.McVankab@freddiesjokes.com"))
                .isEqualTo("62eeb292278cc15f5817cb78f7790b08");
        assertThat(MailchimpMembers.hash("bob.dole@initech.com")).isEqualTo("48cd6232dc124497369f59c33d3eb4ab");
    }

    @Test
    void createsManyInOneCallAndThenTagsEach() throws Exception {
        UUID ada = wanted("ada@example.com");
        UUID bob = wanted("bob@example.com");

        batch();
        JsonNode request = body(exchange);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_PATH)).isEqualTo("/lists/list");
        assertThat(request.path("update_existing").asBoolean())
                .as("an opt-out stays")
                .isFalse();
        assertThat(request.path("members")).hasSize(2);
        assertThat(request.path("members")
                        .path(0)
                        .path("merge_fields")
                        .path("FNAME")
                        .asText())
                .isEqualTo("Ada");
        answer(exchange, 200, "{\"errors\":[],\"total_created\":2}");
        mailchimp.batchAnswered(exchange);

        for (Exchange member : members()) {
            mailchimp.prepareMember(member);
            assertThat(member.getProperty("attuneSend"))
                    .as("created by the batch")
                    .isEqualTo(false);
            tag(member);
        }
        mailchimp.record(exchange);

        assertThat(fixture.row(Channel.MAILCHIMP, ada)).isEqualTo("acknowledged");
        assertThat(fixture.row(Channel.MAILCHIMP, bob)).isEqualTo("acknowledged");
    }

    @Test
    void readsTheErrorsInsideASuccess() throws Exception {
        UUID exists = wanted("exists@example.com");
        UUID forgotten = wanted("forgotten@example.com");
        UUID broken = wanted("broken@example.com");
        UUID fine = wanted("fine@example.com");
        batch();
        answer(exchange, 200, """
                {"errors": [
                  {"email_address": "exists@example.com", "error": "exists@example.com is already a list member", "error_code": "ERROR_CONTACT_EXISTS"},
                  {"email_address": "forgotten@example.com", "error": "forgotten@example.com was permanently deleted and cannot be re-imported", "error_code": "ERROR_GENERIC"},
                  {"email_address": "Broken@example.com", "error": "Please provide a valid email address.", "error_code": "ERROR_GENERIC"}],
                 "total_created": 1, "error_count": 3}
                """);
        mailchimp.batchAnswered(exchange);

        List<Exchange> members = members();
        assertThat(members).hasSize(2);
        for (Exchange member : members) {
            mailchimp.prepareMember(member);
            if (member.getProperty("attuneSend", Boolean.class)) {
                JsonNode put = body(member);
                assertThat(put.path("email_address").asText()).isEqualTo("exists@example.com");
                assertThat(put.path("status_if_new").asText()).isEqualTo("subscribed");
                assertThat(put.has("status")).as("no newer consent").isFalse();
                answer(member, 200, "{}");
                mailchimp.memberAnswered(member);
            }
            tag(member);
        }
        mailchimp.record(exchange);

        assertThat(fixture.row(Channel.MAILCHIMP, exists)).isEqualTo("acknowledged");
        assertThat(fixture.row(Channel.MAILCHIMP, fine)).isEqualTo("acknowledged");
        assertThat(fixture.row(Channel.MAILCHIMP, broken)).startsWith("failed");
        assertThat(fixture.row(Channel.MAILCHIMP, forgotten)).startsWith("suppressed");
        assertThat(readers.suppressions()).containsExactly("email compliance");
    }

    @Test
    void triesAllAgainWhenTheCallWasLost() throws Exception {
        UUID ada = wanted("ada@example.com");
        batch();
        exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, new SocketTimeoutException("read"));
        mailchimp.batchAnswered(exchange);
        assertThat(members()).isEmpty();
        mailchimp.record(exchange);

        assertThat(fixture.row(Channel.MAILCHIMP, ada)).isEqualTo("pending SocketTimeoutException");
    }

    @Test
    void isNotAcknowledgedBeforeTheTagsAreSet() throws Exception {
        UUID ada = wanted("ada@example.com");
        batch();
        answer(exchange, 200, "{}");
        mailchimp.batchAnswered(exchange);
        Exchange member = members().get(0);
        mailchimp.prepareMember(member);
        mailchimp.prepareTags(member);
        answer(member, 503, "busy");
        mailchimp.tagsAnswered(member);
        mailchimp.record(exchange);

        assertThat(fixture.row(Channel.MAILCHIMP, ada)).isEqualTo("pending HTTP 503");
    }

    @Test
    void setsAStatusOnlyOnANewerStatement() throws Exception {
        UUID ada = wanted("ada@example.com");
        readers.says(ada, "email", "withdrawn", START.plusSeconds(1));
        readers.says(ada, "email", "granted", START.plusSeconds(2));
        batch();
        assertThat(exchange.getProperty("attuneSend")).isEqualTo(false);
        Exchange member = members().get(0);
        mailchimp.prepareMember(member);

        assertThat(body(member).path("status").asText()).isEqualTo("subscribed");
    }

    @Test
    void neverRetriesAMemberInComplianceState() throws Exception {
        UUID ada = wanted("ada@example.com");
        readers.says(ada, "email", "withdrawn", START.plusSeconds(1));
        readers.says(ada, "email", "granted", START.plusSeconds(2));
        batch();
        Exchange member = members().get(0);
        mailchimp.prepareMember(member);
        answer(member, 400, "{\"title\":\"Member In Compliance State\",\"status\":400,\"detail\":\"…\"}");
        mailchimp.memberAnswered(member);
        mailchimp.prepareTags(member);
        assertThat(member.getProperty("attuneSend")).isEqualTo(false);
        mailchimp.record(exchange);

        assertThat(fixture.row(Channel.MAILCHIMP, ada)).isEqualTo("suppressed Member In Compliance State");
    }

    @Test
    void createsTheMergeFieldsThatAreMissing() {
        mailchimp.prepareMergeFields(exchange);
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_PATH)).isEqualTo("/lists/list/merge-fields");
        answer(exchange, 200, "{\"merge_fields\":[{\"tag\":\"FNAME\"},{\"tag\":\"LNAME\"}]}");
        mailchimp.missingMergeFields(exchange);

        List<?> missing = exchange.getMessage().getBody(List.class);
        assertThat(missing).hasSize(1).first().asString().contains("ATTUNE_CHN");
    }

    private UUID wanted(String address) {
        UUID profile = readers.emailReader(address, START);
        fixture.want(Channel.MAILCHIMP, profile, state(0.25, "new"));
        return profile;
    }

    private void batch() throws Exception {
        exchange.getMessage().setBody(mailchimp.claim(500));
        mailchimp.prepareBatch(exchange);
    }

    private List<Exchange> members() {
        mailchimp.members(exchange);
        List<Exchange> members = new ArrayList<>();
        for (Object claim : exchange.getMessage().getBody(List.class)) {
            Exchange member = exchange.copy();
            member.getMessage().setBody(claim);
            members.add(member);
        }
        return members;
    }

    private void tag(Exchange member) {
        mailchimp.prepareTags(member);
        assertThat((String) member.getMessage().getHeader(Exchange.HTTP_PATH)).endsWith("/tags");
        assertThat(body(member).path("tags"))
                .hasToString(
                        "[{\"name\":\"at-risk\",\"status\":\"inactive\"},{\"name\":\"new\",\"status\":\"active\"}]");
        answer(member, 204, "");
        mailchimp.tagsAnswered(member);
    }

    private static JsonNode body(Exchange exchange) {
        return Json.read(exchange.getMessage().getBody(String.class)).orElseThrow();
    }

    private static void answer(Exchange exchange, int status, String body) {
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setBody(body);
    }
}
