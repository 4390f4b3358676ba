package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioTest {
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

    private static Map<String, String> text(String to) {
        Map<String, String> form = new HashMap<>();
        form.put("To", to);
        form.put("From", Services.SENDER);
        form.put("Body", "Hello Ann");
        return form;
    }

    @Test
    void queuesThenDelivers() throws Exception {
        var queued = services.text(text("+14155550100"));
        assertThat(queued.status()).isEqualTo(201);
        assertThat(queued.body().get("status").asText()).isEqualTo("queued");
        String sid = queued.body().get("sid").asText();

        await().until(
                        () -> services.twilio("GET", "/Messages/" + sid + ".json", "")
                                .body()
                                .get("status")
                                .asText(),
                        "delivered"::equals);
    }

    @Test
    void listsNewestFirstInPages() throws Exception {
        for (int number = 0; number < 3; number++) {
            services.text(text("+1415555010" + number));
        }
        var first = services.twilio("GET", "/Messages.json?PageSize=2", "").body();
        assertThat(first.get("messages")).hasSize(2);
        assertThat(first.get("messages").get(0).get("to").asText()).isEqualTo("+14155550102");
        assertThat(first.get("next_page_uri").asText()).endsWith("PageSize=2&Page=1");
        var one = services.twilio("GET", "/Messages.json?To=%2B14155550101&DateSent%3E=2020-01-01T00:00:00Z", "")
                .body();
        assertThat(one.get("messages")).hasSize(1);
        assertThat(services.twilio("GET", "/Messages.json?DateSent%3C=2020-01-01", "")
                        .body()
                        .get("messages"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "To, +15005550001, 21211",
        "To, +15005550004, 21610",
        "To, +15005550009, 21614",
        "To, 4155550100, 21211",
        "To, '', 21604",
        "From, +14155550199, 21606",
        "From, '', 21603",
        "MessagingServiceSid, MG00000000000000000000000000000000, 21619",
        "Body, '', 21602",
        "StatusCallback, not-a-url, 21609",
        "Unknown, x, 20001"
    })
    void namesWhatIsWrongByItsCode(String field, String value, int code) throws Exception {
        Map<String, String> form = text("+14155550100");
        form.put(field, value);

        var refused = services.text(form);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("code").asInt()).isEqualTo(code);
        assertThat(services.standIns().inbox().size()).isZero();
    }

    @Test
    void refusesALongBodyAndAWrongToken() throws Exception {
        Map<String, String> form = text("+14155550100");
        form.put("Body", "x".repeat(1601));
        assertThat(services.text(form).body().get("code").asInt()).isEqualTo(21617);
        var request = services.request(
                "/twilio/2010-04-01/Accounts/" + Services.SECRETS.twilioAccountSid() + "/Messages.json");
        assertThat(services.send(request).body().get("code").asInt()).isEqualTo(20003);
    }

    @Test
    void sendsNothingToWhoeverTextedStopUntilStart() throws Exception {
        services.standIns().twilio().receive("+14155550100", Services.SENDER, " stop ");
        assertThat(services.text(text("+14155550100")).body().get("code").asInt())
                .isEqualTo(21610);
        services.standIns().twilio().receive("+14155550100", Services.SENDER, "START");
        assertThat(services.text(text("+14155550100")).status()).isEqualTo(201);
    }
}
