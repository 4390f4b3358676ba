package io.attune.feedback;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.delivery.Claim;
import io.attune.delivery.Json;
import io.attune.delivery.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers of mail do, as Mandrill and Mailchimp tell it, and how they unsubscribe. */
class MailFeedbackTest extends FeedbackFixture {
    @Test
    void takesWhatReadersOfMailDo() {
        String token = sentMail();

        List<JsonNode> records = records(mandrill(token, "delivered", "open", "click", "click"));

        assertThat(records)
                .extracting(record -> record.path("type").asText())
                .containsExactly("Email Delivered", "Email Opened", "Email Link Clicked", "Email Link Clicked");
        JsonNode open = records.get(1);
        assertThat(open.path("schema").asText()).isEqualTo("event/1");
        assertThat(open.path("source").asText()).isEqualTo("mailchimp");
        assertThat(open.path("identifiers").path(0).path("value").asText()).isEqualTo("ada@example.com");
        assertThat(open.path("properties").path("campaign").asText()).isEqualTo("welcome");
        assertThat(records.get(2).path("key"))
                .as("a repetition")
                .isEqualTo(records.get(3).path("key"));
        assertThat(readers.state(token)).isEqualTo("delivered");
    }

    @Test
    void believesNothingUnsigned() {
        String token = sentMail();
        Exchange exchange = mandrill(token, "unsub");
        Exchange forged = exchange(exchange.getProperty("body", String.class), "X-Mandrill-Signature", "forged");
        feedback.mandrill(forged);

        assertThat(records(forged)).isEmpty();
        feedback.answer(forged);
        assertThat(forged.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "unsub, Unsubscribed, email unsubscribed, true",
        "spam, Unsubscribed, email complained, true",
        "hard_bounce, Email Bounced, email bounced, false"
    })
    void stopsAtOnceWhenAMailWasUnwantedOrCannotArrive(
            String event, String type, String suppression, boolean withdraws) {
        String token = sentMail();

        JsonNode record = records(mandrill(token, event)).get(0);

        assertThat(record.path("type").asText()).isEqualTo(type);
        assertThat(readers.suppressions()).containsExactly(suppression);
        assertThat(record.path("consents").path(0).path("state").asText()).isEqualTo(withdraws ? "withdrawn" : "");
    }

    @Test
    void takesWhatHappensInMailchimp() {
        String fields =
                "type=unsubscribe&fired_at=2026-03-01+11%3A00%3A00&data%5Bid%5D=8a25&data%5Bemail%5D=Ada%40Example.com";
        Exchange exchange = exchange(fields, Exchange.HTTP_PATH, "/mailchimp");
        feedback.mailchimp(exchange);

        JsonNode record = records(exchange).get(0);
        assertThat(record.path("key").asText()).isEqualTo("mailchimp:unsubscribe:8a25:2026-03-01 11:00:00");
        assertThat(record.path("occurredAt").asText()).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(record.path("entity").asText()).startsWith("member:");
        assertThat(readers.suppressions()).containsExactly("email unsubscribed");

        Exchange stranger = exchange(fields, Exchange.HTTP_PATH, "/guess");
        feedback.mailchimp(stranger);
        assertThat(records(stranger)).isEmpty();
    }

    @Test
    void asksOnGetAndUnsubscribesOnPost() {
        String token = sentMail();
        Exchange get = exchange("", Exchange.HTTP_PATH, "/v1/unsubscribe/" + token);
        feedback.unsubscribePage(get);
        assertThat(records(get)).isEmpty();
        feedback.answer(get);
        assertThat(get.getMessage().getBody(String.class))
                .contains("<form method=\"post\">")
                .doesNotContain("ada@");
        assertThat(readers.suppressions()).isEmpty();

        Exchange post = exchange("List-Unsubscribe=One-Click", Exchange.HTTP_PATH, "/v1/unsubscribe/" + token);
        feedback.unsubscribe(post);
        assertThat(records(post)).hasSize(1);
        assertThat(readers.suppressions()).containsExactly("email unsubscribed");
        feedback.answer(post);
        assertThat(post.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
    }

    @Test
    void knowsNobodyByAMadeUpToken() {
        Exchange post = exchange("", Exchange.HTTP_PATH, "/v1/unsubscribe/guess");
        feedback.unsubscribe(post);
        assertThat(records(post)).isEmpty();
        feedback.answer(post);
        assertThat(post.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(404);
    }

    private String sentMail() {
        UUID ada = readers.emailReader("ada@example.com", START);
        String token = readers.pending(ada, "mailchimp", "a", START, Duration.ofDays(1));
        Claim claim = fixture.outbox.claim("mailchimp", 1).get(0);
        fixture.outbox.record(claim, new Outcome.Sent("m1"));
        return token;
    }

    private Exchange mandrill(String token, String... events) {
        var list = Json.array();
        for (String event : events) {
            var node = list.addObject().put("event", event).put("_id", "m1").put("ts", START.getEpochSecond());
            node.putObject("msg")
                    .put("email", "ada@example.com")
                    .putObject("metadata")
                    .put("attune_token", token);
        }
        list.addObject().put("event", "open").put("_id", "x").putObject("msg");
        String form = "mandrill_events=" + encode(Json.write(list));
        Exchange exchange = exchange(
                form,
                "X-Mandrill-Signature",
                new MandrillSignature("mandrill").sign(HUB + "/v1/feedback/mandrill", Form.parse(form)));
        exchange.setProperty("body", form);
        feedback.mandrill(exchange);
        return exchange;
    }
}
