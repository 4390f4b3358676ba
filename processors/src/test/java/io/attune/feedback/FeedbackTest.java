package io.attune.feedback;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.SuppressionStore;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.Claim;
import io.attune.delivery.Json;
import io.attune.delivery.OutboxFixture;
import io.attune.delivery.Outcome;
import io.attune.delivery.Readers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackTest {

    private static final String HUB = "https://hub.example";
    private static final String NUMBER = "+4915123456789";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    static Path folder;

    private OutboxFixture fixture;
    private Readers readers;
    private Feedback feedback;

    @BeforeEach
    void begin() {
        POSTGRES.clear();
        fixture = new OutboxFixture(POSTGRES, folder);
        readers = fixture.readers;
        feedback = new Feedback(
                new FeedbackSettings(
                        URI.create(HUB), Optional.of("mandrill"), Optional.of("twilio"), Optional.of("mailchimp")),
                POSTGRES.database(),
                fixture.receipts,
                new SuppressionStore(),
                fixture.encryption,
                fixture.clock);
    }

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
    void takesWhatBecameOfATextMessage() {
        String token = sentText();

        JsonNode record = records(status(token, "MessageSid=SM1&MessageStatus=delivered&Unknown=1"))
                .get(0);

        assertThat(record.path("type").asText()).isEqualTo("SMS Delivered");
        assertThat(readers.state(token)).isEqualTo("delivered");
    }

    @Test
    void knowsATextMessageThatFailed() {
        String token = sentText();

        assertThat(records(status(token, "MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003")))
                .isEmpty();
        assertThat(readers.state(token)).isEqualTo("failed");
        assertThat(readers.reason(token)).isEqualTo("undelivered (30003)");
    }

    @Test
    void settlesAnUnknownTextMessageByItsFirstStatus() {
        String token = readers.pending(readers.smsReader(NUMBER, START), "sms", "a", START, Duration.ofDays(1));
        fixture.outbox.record(fixture.outbox.claim("sms", 1).get(0), new Outcome.Unknown("SocketTimeoutException"));

        assertThat(records(status(token, "MessageSid=SM1&MessageStatus=sent"))).isEmpty();
        assertThat(readers.state(token)).isEqualTo("sent");
    }

    @Test
    void obeysStopAndStart() {
        readers.smsReader(NUMBER, START);

        JsonNode stop = records(inbound("stop. ", "&OptOutType=STOP")).get(0);
        assertThat(stop.path("type").asText()).isEqualTo("SMS Stopped");
        assertThat(stop.path("consents").path(0).path("channel").asText()).isEqualTo("sms");
        assertThat(stop.path("consents").path(0).path("state").asText()).isEqualTo("withdrawn");
        assertThat(readers.suppressions()).containsExactly("sms stopped");

        fixture.clock.advance(Duration.ofMinutes(1));
        JsonNode start = records(inbound("Unstop", "")).get(0);
        assertThat(start.path("consents").path(0).path("state").asText()).isEqualTo("granted");
        assertThat(readers.suppressions()).isEmpty();
        assertThat(records(inbound("Thanks, but do not stop", ""))).isEmpty();
    }

    @Test
    void answersTwilioWithoutWords() {
        Exchange exchange = inbound("HELP", "");
        feedback.answer(exchange);

        assertThat(exchange.getMessage().getBody(String.class)).endsWith("<Response/>");
        assertThat(exchange.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("text/xml");
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

    private String sentText() {
        UUID ada = readers.smsReader(NUMBER, START);
        String token = readers.pending(ada, "sms", "a", START, Duration.ofDays(1));
        fixture.outbox.record(fixture.outbox.claim("sms", 1).get(0), new Outcome.Sent("SM1"));
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

    private Exchange status(String token, String form) {
        Exchange exchange = twilio("/v1/feedback/twilio/status", "token=" + token, form);
        feedback.twilioStatus(exchange);
        return exchange;
    }

    private Exchange inbound(String words, String more) {
        Exchange exchange = twilio(
                "/v1/feedback/twilio/inbound",
                "",
                "MessageSid=SM9&From=" + encode(NUMBER) + "&Body=" + encode(words) + more);
        feedback.twilioInbound(exchange);
        return exchange;
    }

    private static Exchange twilio(String path, String query, String form) {
        String url = HUB + path + (query.isEmpty() ? "" : "?" + query);
        Exchange exchange = exchange(
                form,
                "X-Twilio-Signature",
                Base64.getEncoder()
                        .encodeToString(Signatures.hmac(
                                "HmacSHA1", "twilio", url + Form.parse(form).signed())));
        exchange.getMessage().setHeader(Exchange.HTTP_QUERY, query);
        return exchange;
    }

    private static Exchange exchange(String body, String header, String value) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(header, value);
        return exchange;
    }

    private static List<JsonNode> records(Exchange exchange) {
        List<?> records = exchange.getMessage().getBody(List.class);
        return records.stream()
                .map(FeedbackRecord.class::cast)
                .map(record -> Json.read(record.json()).orElseThrow())
                .toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
