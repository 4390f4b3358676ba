package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.feedback.Answer;
import io.attune.sandbox.feedback.FormSignature;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.LocalServer;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    private Path folder;

    private final List<Request> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private Services services;
    private LocalServer hub;

    @BeforeEach
    void start() {
        services = new Services(folder);
        hub = new LocalServer(0);
        hub.mount("/", request -> {
            if (refusals.getAndDecrement() > 0) {
                return Response.empty(503);
            }
            received.add(request);
            return Response.empty(200);
        });
        hub.start();
    }

    @AfterEach
    void stop() {
        services.close();
        hub.close();
    }

    private String mail() throws Exception {
        String headers = "\"headers\":{\"List-Unsubscribe\":\"<" + hub.url() + "/v1/unsubscribe/t>\"},\"tags\"";
        return services.mandrill(
                        "/messages/send",
                        MandrillTest.mail("ann@example.org", "t-1").replace("\"tags\"", headers))
                .body()
                .get(0)
                .get("_id")
                .asText();
    }

    private List<JsonNode> events() {
        return received.stream()
                .filter(request -> request.path().equals("/v1/feedback/mandrill"))
                .flatMap(request ->
                        read(request.form().get("mandrill_events").get(0)).valueStream())
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void tellsTheHubSignedAndOnce() throws Exception {
        String id = mail();
        refusals.set(2);
        services.standIns().hubListensAt(hub.url());
        Answers answers = services.standIns().answers();
        assertThat(answers.give(Answer.open(id, AT))).isEqualTo(Answers.Result.ACCEPTED);
        assertThat(answers.give(Answer.open(id, AT))).isEqualTo(Answers.Result.REPEATED);
        assertThat(answers.give(Answer.click(id, "http://127.0.0.1/shop", AT))).isEqualTo(Answers.Result.ACCEPTED);
        assertThat(answers.give(Answer.of(Answer.Kind.STOP, id, AT))).isEqualTo(Answers.Result.IMPOSSIBLE);
        assertThat(answers.give(Answer.open("nothing", AT))).isEqualTo(Answers.Result.UNKNOWN_MESSAGE);

        await().until(() -> events().size() == 3);
        assertThat(events())
                .extracting(event -> event.get("event").asText())
                .containsExactly("delivered", "open", "click");
        assertThat(events().get(2).get("url").asText()).isEqualTo("http://127.0.0.1/shop");
        assertThat(events().get(1).get("msg").get("metadata").get("token").asText())
                .isEqualTo("t-1");
        assertThat(events().get(1).get("ts").asLong()).isEqualTo(AT.getEpochSecond());
        Request post = received.get(0);
        assertThat(post.header("X-Mandrill-Signature"))
                .contains(FormSignature.ofForm("md-hook", hub.url() + "/v1/feedback/mandrill", post.form()));
    }

    @Test
    void rejectsWhoeverUnsubscribed() throws Exception {
        services.standIns().hubListensAt(hub.url());
        String id = mail();
        services.standIns().answers().give(Answer.of(Answer.Kind.UNSUBSCRIBE, id, AT));

        await().until(() ->
                events().stream().anyMatch(event -> event.get("event").asText().equals("unsub")));
        assertThat(services.mandrill("/messages/send", MandrillTest.mail("ann@example.org", "t-2"))
                        .body()
                        .get(0)
                        .get("reject_reason")
                        .asText())
                .isEqualTo("unsub");
    }

    @Test
    void unsubscribesByOneClick() throws Exception {
        String id = mail();
        services.standIns().answers().give(Answer.of(Answer.Kind.ONE_CLICK, id, AT));

        await().until(() -> received.stream()
                .anyMatch(request -> request.path().equals("/v1/unsubscribe/t")
                        && request.text().equals("List-Unsubscribe=One-Click")));
    }

    @Test
    void callsBackAboutTextsSigned() throws Exception {
        services.standIns().hubListensAt(hub.url());
        String callback = hub.url() + "/v1/feedback/twilio/status?token=t-1";
        String sid = services.text(Map.of(
                        "To", "+14155550100", "From", Services.SENDER, "Body", "Hello", "StatusCallback", callback))
                .body()
                .get("sid")
                .asText();

        await().until(() -> received.size() == 2);
        assertThat(received)
                .extracting(request -> request.form().get("MessageStatus").get(0))
                .containsExactly("sent", "delivered");
        assertThat(received.get(0).query("token")).contains("t-1");
        assertThat(received.get(0).header("X-Twilio-Signature"))
                .contains(
                        FormSignature.ofForm("token", callback, received.get(0).form()));

        services.standIns().answers().give(Answer.of(Answer.Kind.STOP, sid, AT));
        await().until(() -> received.size() == 3);
        Request inbound = received.get(2);
        assertThat(inbound.path()).isEqualTo("/v1/feedback/twilio/inbound");
        assertThat(inbound.form().get("OptOutType")).containsExactly("STOP");
        assertThat(inbound.form().get("From")).containsExactly("+14155550100");
        assertThat(services.standIns().twilio().isOptedOut("+14155550100")).isTrue();
    }

    @Test
    void tellsOfMembersWhoLeft() throws Exception {
        services.standIns().hubListensAt(hub.url());
        services.mailchimp(
                "POST",
                "/lists/list1",
                "{\"members\":[{\"email_address\":\"ann@example.org\",\"status\":\"subscribed\"}]}");
        assertThat(services.standIns().mailchimp().unsubscribe("ann@example.org"))
                .isTrue();

        await().until(() -> received.size() == 1);
        Request post = received.get(0);
        assertThat(post.path()).isEqualTo("/v1/feedback/mailchimp/hook");
        assertThat(post.form().get("data[email]")).containsExactly("ann@example.org");
        String signature = post.header("X-Mailchimp-Signature").orElseThrow();
        long second = Long.parseLong(signature.substring(2, signature.indexOf(',')));
        assertThat(signature).isEqualTo(FormSignature.ofBody("hook", second, post.text()));
    }
}
