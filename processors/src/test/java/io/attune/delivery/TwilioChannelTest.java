package io.attune.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.consent.Channel;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioChannelTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String NUMBER = "+4915123456789";

    private final TwilioChannel twilio =
            new TwilioChannel(new TwilioSettings("AC0", "secret", "+15005550006", URI.create("https://hub.example")));

    @Test
    void carriesTheTokenInTheCallback() {
        ChannelRequest request = twilio.send(new Message(claim(), new Content.Sms("Hi & bye")));

        assertThat(request.path()).isEqualTo("/Accounts/AC0/Messages.json");
        assertThat(request.contentType()).contains("application/x-www-form-urlencoded");
        assertThat(request.headers()).containsEntry("Authorization", "Basic QUMwOnNlY3JldA==");
        assertThat(request.body().orElseThrow().split("&"))
                .contains("To=%2B4915123456789", "From=%2B15005550006", "Body=Hi+%26+bye")
                .anySatisfy(field -> assertThat(URLDecoder.decode(field, StandardCharsets.UTF_8))
                        .isEqualTo("StatusCallback=https://hub.example/v1/feedback/twilio/status?token=t0ken"));
    }

    @Test
    void namesAMessagingServiceAsOne() {
        TwilioChannel service =
                new TwilioChannel(new TwilioSettings("AC0", "secret", "MG0", URI.create("https://hub.example")));

        assertThat(service.send(new Message(claim(), new Content.Sms("Hi")))
                        .body()
                        .orElseThrow())
                .contains("MessagingServiceSid=MG0")
                .doesNotContain("From=");
    }

    @Test
    void refusesToSendWhatIsTooLong() {
        assertThatThrownBy(() -> twilio.send(new Message(claim(), new Content.Sms("x".repeat(1_601)))))
                .isInstanceOf(UncomposableException.class)
                .hasMessageContaining("1601");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "201; {'sid':'SM1','status':'queued'}; Sent[messageId=SM1]",
                "201; {}; Unknown[reason=accepted without a sid]",
                "429; {'code':20429}; Retry[reason=HTTP 429 code 20429]",
                "400; {'code':20429}; Retry[reason=HTTP 400 code 20429]",
                "400; {'code':21610}; Refused[reason=opted out (21610)]",
                "400; {'code':21211}; Refused[reason=bad number (21211)]",
                "400; {'code':21614}; Refused[reason=bad number (21614)]",
                "400; {'code':21602}; Failed[reason=HTTP 400 code 21602]",
                "500; oops; Unknown[reason=HTTP 500]",
                "503; {'code':20503}; Unknown[reason=HTTP 503 code 20503]"
            })
    void tellsAnswersApart(int status, String body, String outcome) {
        assertThat(twilio.sent(new ChannelAnswer(status, body.replace('\'', '"'))))
                .hasToString(outcome);
    }

    @Test
    void listsByRecipient() {
        assertThat(twilio.search(unknown(Set.of(), 1)).query().orElseThrow())
                .isEqualTo("To=%2B4915123456789&PageSize=100");
    }

    @Test
    void findsAMessageThatNoOtherDeliveryAccountsFor() {
        String listed = message("SM1", NUMBER, "Sun, 01 Mar 2026 12:00:05 +0000");

        assertThat(found(listed, unknown(Set.of(), 1))).hasToString("Found[messageId=SM1]");
        assertThat(found(listed, unknown(Set.of("SM1"), 1))).hasToString("Absent[]");
        assertThat(found(listed, unknown(Set.of(), 2))).isInstanceOf(Reconciliation.Undecided.class);
        assertThat(found(message("SM1", "+4915100000000", "Sun, 01 Mar 2026 12:00:05 +0000"), unknown(Set.of(), 1)))
                .hasToString("Absent[]");
        assertThat(found(message("SM1", NUMBER, "Sun, 01 Mar 2026 10:00:05 +0000"), unknown(Set.of(), 1)))
                .hasToString("Absent[]");
        assertThat(found("", unknown(Set.of(), 1))).hasToString("Absent[]");
    }

    private Reconciliation found(String messages, UnknownDelivery unknown) {
        return twilio.found(new ChannelAnswer(200, "{\"messages\":[" + messages + "]}"), unknown);
    }

    private static String message(String sid, String to, String createdAt) {
        return Json.write(Json.object().put("sid", sid).put("to", to).put("date_created", createdAt));
    }

    private static UnknownDelivery unknown(Set<String> claimed, int rivals) {
        return new UnknownDelivery(new UUID(0, 1), Channel.SMS, NUMBER, "t0ken", NOW, claimed, rivals);
    }

    private static Claim claim() {
        return new Claim(
                new UUID(0, 1),
                new UUID(0, 2),
                "win-back",
                "o",
                Channel.SMS,
                "marketing",
                NUMBER,
                "t0ken",
                1,
                NOW,
                NOW,
                Json.object());
    }
}
