package io.attune.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {

    // Facts of Twilio's own RequestValidatorTest (twilio-java, MIT), recomputed.
    private static final TwilioSignature TWILIO = new TwilioSignature("12345");
    private static final Form CALL = Form.parse(
            "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309&From=%2B14158675309");

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=, true",
        "https://mycompany.com/myapp.php?foo=1&bar=2, NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=, false",
        "https://mycompany.com:1234/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=, true",
        "http://mycompany.com:1234/myapp.php?foo=1&bar=2, Zmvh+3yNM1Phv2jhDCwEM3q5ebU=, true",
        "https://mycompany.com/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w=, true",
        "http://mycompany.com/myapp.php?foo=1&bar=2, 0ZXoZLH/DfblKGATFgpif+LLRf4=, true",
        "https://mycompany.com/myapp.php?foo=1&bar=2, '', false"
    })
    void ofTwilioForms(String url, String signature, boolean valid) {
        assertThat(TWILIO.valid(signature, url, CALL)).isEqualTo(valid);
    }

    @Test
    void ofMandrillCoverAddressAndFields() {
        MandrillSignature mandrill = new MandrillSignature("key");
        Form form = Form.parse("mandrill_events=%5B%5D");
        String signature = mandrill.sign("https://hub.example/v1/feedback/mandrill", form);

        assertThat(signature).isEqualTo("GL/OBysVZuhdXa5SsGbnPpm1ZSQ=").hasSize(28);
        assertThat(mandrill.valid(signature, "https://hub.example/v1/feedback/mandrill", form))
                .isTrue();
        assertThat(mandrill.valid(signature, "https://hub.example/other", form)).isFalse();
        assertThat(mandrill.valid(signature, "https://hub.example/v1/feedback/mandrill", Form.parse("a=b")))
                .isFalse();
    }

    @Test
    void ofMailchimpGoStale() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        String body = "type=unsubscribe";
        String time = String.valueOf(now.getEpochSecond());
        String header =
                "t=" + time + ", v1=" + HexFormat.of().formatHex(Signatures.hmac("HmacSHA256", "s", time + "." + body));
        MailchimpSignature mailchimp = new MailchimpSignature("s");

        assertThat(mailchimp.valid(header, body, now)).isTrue();
        assertThat(mailchimp.valid(header, body, now.plusSeconds(300))).isTrue();
        assertThat(mailchimp.valid(header, body, now.plusSeconds(301))).isFalse();
        assertThat(mailchimp.valid(header, body + "&x=1", now)).isFalse();
        assertThat(mailchimp.valid("t=1", body, now)).isFalse();
        assertThat(mailchimp.valid("nonsense", body, now)).isFalse();
    }

    @Test
    void survivesAFormThatIsNone() {
        assertThat(Form.parse("%zz=1&=2&a").fields()).hasSize(2);
    }
}
