package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.sandbox.feedback.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    private Path folder;

    @Test
    void remembersEverythingButALineThatAKillCutOff() throws Exception {
        String id;
        try (Services services = new Services(folder)) {
            id = services.mandrill("/messages/send", MandrillTest.mail("ann@example.org", "t-1"))
                    .body()
                    .get(0)
                    .get("_id")
                    .asText();
            services.mailchimp(
                    "POST",
                    "/lists/list1",
                    "{\"members\":[{\"email_address\":\"a@example.org\",\"status\":\"subscribed\"}]}");
            services.standIns().twilio().receive("+14155550100", Services.SENDER, "STOP");
            services.standIns().salesforce().contacts().put(List.of(Map.of("LastName", "Ann")));
            services.standIns().hubListensAt("http://127.0.0.1:9");
            services.standIns().answers().give(Answer.open(id, Instant.EPOCH));
        }
        Files.writeString(
                folder.resolve("services.jsonl"), "{\"table\":\"message\",\"key\":\"cut", StandardOpenOption.APPEND);

        for (int restart = 0; restart < 2; restart++) {
            try (Services services = new Services(folder)) {
                StandIns standIns = services.standIns();
                assertThat(standIns.inbox().find(id).orElseThrow().text().text())
                        .isEqualTo("Hello");
                assertThat(standIns.inbox().size()).isEqualTo(1);
                assertThat(services.mandrill("/messages/search", "\"query\":\"u_token:t-1\"")
                                .body())
                        .hasSize(1);
                assertThat(standIns.mailchimp().audience().members()).hasSize(1);
                assertThat(standIns.twilio().isOptedOut("+14155550100")).isTrue();
                assertThat(standIns.salesforce().contacts().all()).hasSize(1);
                assertThat(standIns.hub().publicUrl()).contains("http://127.0.0.1:9");
                assertThat(standIns.answers().give(Answer.open(id, Instant.EPOCH)))
                        .isEqualTo(Answers.Result.REPEATED);
            }
        }
    }
}
