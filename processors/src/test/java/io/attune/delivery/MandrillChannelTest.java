package io.attune.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Channel;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandrillChannelTest {

    private static final Instant NOW = Instant.parse("2026-03-01T23:59:00Z");

    private final MandrillChannel mandrill = new MandrillChannel(
            new MandrillSettings("secret", "hello@shop.example", "Corner Shop", URI.create("https://hub.example/")));

    @Test
    void carriesTheTokenAndTheWayOut() {
        ChannelRequest request = mandrill.send(new Message(claim(), new Content.Email("Hi", "<p>Hi</p>", "Hi")));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/messages/send");
        JsonNode body = Json.read(request.body().orElseThrow()).orElseThrow();
        assertThat(body.path("key").asText()).isEqualTo("secret");
        JsonNode message = body.path("message");
        assertThat(message.path("to").path(0).path("email").asText()).isEqualTo("ada@example.com");
        assertThat(message.path("metadata").path("attune_token").asText()).isEqualTo("t0ken");
        assertThat(message.path("headers").path("List-Unsubscribe").asText())
                .isEqualTo("<https://hub.example/v1/unsubscribe/t0ken>");
        assertThat(message.path("headers").path("List-Unsubscribe-Post").asText())
                .isEqualTo("List-Unsubscribe=One-Click");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "200; [{'email':'a','status':'sent','_id':'m1'}]; Sent[messageId=m1]",
                "200; [{'email':'a','status':'queued','_id':'m1'}]; Sent[messageId=m1]",
                "200; [{'email':'a','status':'rejected','reject_reason':'hard-bounce','_id':'m1'}]; Refused[reason=rejected: hard-bounce]",
                "200; [{'email':'a','status':'rejected','reject_reason':'unsub','_id':'m1'}]; Refused[reason=rejected: unsub]",
                "200; [{'email':'a','status':'rejected','reject_reason':'unsigned','_id':'m1'}]; Failed[reason=rejected: unsigned]",
                "200; [{'email':'a','status':'invalid','_id':'m1'}]; Refused[reason=invalid]",
                "200; []; Unknown[reason=accepted with an answer that does not say of whom]",
                "200; <html>; Unknown[reason=accepted with an answer that does not say of whom]",
                "429; -; Retry[reason=HTTP 429]",
                "403; <html>no</html>; Retry[reason=HTTP 403]",
                "500; {'status':'error','code':-1,'name':'Invalid_Key','message':'x'}; Retry[reason=HTTP 500 Invalid_Key]",
                "402; {'status':'error','name':'PaymentRequired'}; Retry[reason=HTTP 402 PaymentRequired]",
                "503; {'status':'error','name':'ServiceUnavailable'}; Retry[reason=HTTP 503 ServiceUnavailable]",
                "500; {'status':'error','name':'GeneralError'}; Unknown[reason=HTTP 500 GeneralError]",
                "503; <html>busy</html>; Unknown[reason=HTTP 503]",
                "500; {'status':'error','name':'ValidationError'}; Failed[reason=HTTP 500 ValidationError]"
            })
    void tellsAnswersApart(int status, String body, String outcome) {
        String text = body == null ? "" : body.replace('\'', '"');

        assertThat(mandrill.sent(new ChannelAnswer(status, text))).hasToString(outcome);
    }

    @Test
    void looksForATokenAroundTheDayOfTheAttempt() {
        JsonNode body =
                Json.read(mandrill.search(unknown()).body().orElseThrow()).orElseThrow();

        assertThat(body.path("query").asText()).isEqualTo("u_attune_token:t0ken");
        assertThat(body.path("date_from").asText()).isEqualTo("2026-02-28");
        assertThat(body.path("date_to").asText()).isEqualTo("2026-03-03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; [{'_id':'m1','metadata':{'attune_token':'t0ken'}}]; Found[messageId=m1]",
                "200; [{'_id':'m1','metadata':{'attune_token':'other'}}]; Absent[]",
                "200; []; Absent[]",
                "200; {}; Undecided[reason=the search answered without a list]",
                "503; busy; Undecided[reason=the search answered HTTP 503]"
            })
    void settlesOnlyWhatItIsToldOf(int status, String body, String reconciliation) {
        assertThat(mandrill.found(new ChannelAnswer(status, body.replace('\'', '"')), unknown()))
                .hasToString(reconciliation);
    }

    @Test
    void sendsNoTextMessage() {
        assertThatThrownBy(() -> mandrill.send(new Message(claim(), new Content.Sms("Hi"))))
                .isInstanceOf(UncomposableException.class);
    }

    static Claim claim() {
        return new Claim(
                new UUID(0, 1),
                new UUID(0, 2),
                "welcome",
                "segment:new@2026-03-01T00:00:00Z",
                Channel.MAILCHIMP,
                "marketing",
                "ada@example.com",
                "t0ken",
                1,
                NOW.plusSeconds(60),
                NOW.plusSeconds(3600),
                Json.object());
    }

    private static UnknownDelivery unknown() {
        return new UnknownDelivery(new UUID(0, 1), Channel.MAILCHIMP, "ada@example.com", "t0ken", NOW, Set.of(), 1);
    }
}
