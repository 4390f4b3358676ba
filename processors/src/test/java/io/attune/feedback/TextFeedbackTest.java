package io.attune.feedback;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.delivery.Outcome;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** What becomes of text messages, and what people answer, as Twilio tells it. */
class TextFeedbackTest extends FeedbackFixture {
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

    private String sentText() {
        UUID ada = readers.smsReader(NUMBER, START);
        String token = readers.pending(ada, "sms", "a", START, Duration.ofDays(1));
        fixture.outbox.record(fixture.outbox.claim("sms", 1).get(0), new Outcome.Sent("SM1"));
        return token;
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
}
