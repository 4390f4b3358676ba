package io.attune.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A channel's report counts only with the channel's signature; the signatures here are computed by the test itself. */
@ExtendWith(EnvironmentExtension.class)
class WebhookSignatureIT {
    private static final String NO_EVENTS = "[]";

    @Test
    void takesMandrillsReportsOnlySigned(Environment environment) throws GeneralSecurityException {
        String path = "/v1/feedback/mandrill";
        Map<String, String> form = Map.of("mandrill_events", NO_EVENTS);
        String good = sign(
                environment.sandbox().secrets().mandrillWebhookKey(),
                url(environment, path) + "mandrill_events" + NO_EVENTS);

        assertThat(post(environment, path, form, Map.of())).isEqualTo(403);
        assertThat(post(environment, path, form, Map.of("X-Mandrill-Signature", "AAAA")))
                .isEqualTo(403);
        assertThat(post(environment, path, Map.of("mandrill_events", "[ ]"), Map.of("X-Mandrill-Signature", good)))
                .as("another body under this signature")
                .isEqualTo(403);
        assertThat(post(environment, path, form, Map.of("X-Mandrill-Signature", good)))
                .isEqualTo(200);
    }

    @Test
    void takesTwiliosReportsOnlySigned(Environment environment) throws GeneralSecurityException {
        String path = "/v1/feedback/twilio/inbound";
        Map<String, String> form = new TreeMap<>(
                Map.of("From", "+15005550010", "Body", "Hello", "MessageSid", "SM00000000000000000000000000000001"));
        String text = form.entrySet().stream()
                .map(field -> field.getKey() + field.getValue())
                .collect(Collectors.joining());
        String good = sign(environment.sandbox().secrets().twilioAuthToken(), url(environment, path) + text);

        assertThat(post(environment, path, form, Map.of())).isEqualTo(403);
        assertThat(post(environment, path, form, Map.of("X-Twilio-Signature", good)))
                .isEqualTo(200);
        form.put("Body", "STOP");
        assertThat(post(environment, path, form, Map.of("X-Twilio-Signature", good)))
                .as("another body under this signature")
                .isEqualTo(403);
    }

    @Test
    void takesMailchimpsReportsOnlyUnderItsSecret(Environment environment) {
        Map<String, String> form = Map.of("type", "upemail");
        String secret = environment.sandbox().secrets().mailchimpWebhookSecret();

        assertThat(post(environment, "/v1/feedback/mailchimp/guessed", form, Map.of()))
                .isIn(403, 404);
        assertThat(post(environment, "/v1/feedback/mailchimp/" + secret, form, Map.of()))
                .isEqualTo(200);
    }

    @Test
    void unsubscribesNobodyByAGuessedToken(Environment environment) {
        URI page = URI.create(url(environment, "/v1/unsubscribe/guessed"));

        assertThat(Http.send(Http.request(page).build()).statusCode()).isIn(200, 404);
        assertThat(post(environment, "/v1/unsubscribe/guessed", Map.of("List-Unsubscribe", "One-Click"), Map.of()))
                .isIn(200, 404);
    }

    private static int post(
            Environment environment, String path, Map<String, String> form, Map<String, String> headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = Http.request(URI.create(url(environment, path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return Http.send(request.build()).statusCode();
    }

    private static String url(Environment environment, String path) {
        return environment.nodes().first().node().url().toString() + path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sign(String key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
