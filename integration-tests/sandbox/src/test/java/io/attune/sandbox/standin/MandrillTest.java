package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MandrillTest {
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

    static String mail(String to, String token) {
        return """
                "message":{"subject":"Welcome","html":"<p>Hello</p>","text":"Hello","from_email":"shop@example.com",
                "to":[{"email":"%s","type":"to"}],"tags":["welcome"],"metadata":{"token":"%s"}}
                """.formatted(to, token);
    }

    @Test
    void sendsAndFindsAgain() throws Exception {
        var sent = services.mandrill("/messages/send", mail("ann@example.org", "t-1"));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body().get(0).get("status").asText()).isEqualTo("sent");
        String id = sent.body().get(0).get("_id").asText();

        var found = services.mandrill("/messages/search", "\"query\":\"u_token:t-1\",\"date_from\":\"2020-01-01\"");
        assertThat(found.body()).hasSize(1);
        assertThat(found.body().get(0).get("_id").asText()).isEqualTo(id);
        assertThat(services.mandrill("/messages/search", "\"query\":\"u_token:t-2\"")
                        .body())
                .isEmpty();
        assertThat(services.mandrill("/messages/search", "\"query\":\"token:t-1\"")
                        .body()
                        .get("name")
                        .asText())
                .as("metadata is searched with u_")
                .isEqualTo("ValidationError");

        assertThat(services.mandrill("/messages/info", "\"id\":\"" + id + "\"")
                        .body()
                        .get("metadata")
                        .get("token")
                        .asText())
                .isEqualTo("t-1");
        assertThat(services.standIns().inbox().find(id).orElseThrow().html().text())
                .isEqualTo("<p>Hello</p>");
    }

    @Test
    void answers200ForARejection() throws Exception {
        services.standIns().mandrill().reject("Gone@example.org", "hard-bounce");

        var rejected = services.mandrill("/messages/send", mail("gone@example.org", "t"));
        assertThat(rejected.status()).isEqualTo(200);
        assertThat(rejected.body().get(0).get("status").asText()).isEqualTo("rejected");
        assertThat(rejected.body().get(0).get("reject_reason").asText()).isEqualTo("hard-bounce");
        assertThat(services.mandrill("/messages/send", mail("nobody", "t"))
                        .body()
                        .get(0)
                        .get("status")
                        .asText())
                .isEqualTo("invalid");
        assertThat(services.mandrill(
                                "/messages/send", mail("ann@example.org", "t").replace("shop@example.com", ""))
                        .body()
                        .get(0)
                        .get("reject_reason")
                        .asText())
                .isEqualTo("invalid-sender");
        assertThat(services.standIns().inbox().size()).isZero();
    }

    @Test
    void namesWhatIsWrongWithARequest() throws Exception {
        var unknown =
                services.mandrill("/messages/send", mail("ann@example.org", "t").replace("\"subject\"", "\"subjekt\""));
        assertThat(unknown.body().get("name").asText()).isEqualTo("ValidationError");
        assertThat(unknown.body().get("message").asText()).contains("subjekt");
        var broken = services.mandrill(
                "/messages/send",
                mail("ann@example.org", "t").replace("\"tags\"", "\"headers\":{\"X\":\"a\\nBcc: b\"},\"tags\""));
        assertThat(broken.body().get("message").asText()).contains("line break");
        var key = services.mandrill("/messages/send", mail("ann@example.org", "t") + ",\"key\":\"wrong\"");
        assertThat(key.status()).isEqualTo(401);
        assertThat(key.body().get("name").asText()).isEqualTo("Invalid_Key");
        assertThat(services.mandrill("/messages/info", "\"id\":\"x\"")
                        .body()
                        .get("name")
                        .asText())
                .isEqualTo("Unknown_Message");
    }

    @Test
    void countsOpensAndClicks() throws Exception {
        String id = services.mandrill("/messages/send", mail("ann@example.org", "t"))
                .body()
                .get(0)
                .get("_id")
                .asText();
        services.standIns().mandrill().open(id, Instant.EPOCH);
        services.standIns().mandrill().click(id, "http://127.0.0.1/", Instant.EPOCH);

        var info = services.mandrill("/messages/info", "\"id\":\"" + id + "\"").body();
        assertThat(info.get("opens").asInt()).isEqualTo(1);
        assertThat(info.get("clicks_detail").get(0).get("url").asText()).isEqualTo("http://127.0.0.1/");
    }
}
