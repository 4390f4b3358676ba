package io.attune.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.sandbox.standin.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxPagesTest {
    private static final String HOSTILE = "<script>alert(1)</script>\\\"'{{x}}";

    @TempDir
    private Path folder;

    private Services services;

    @BeforeEach
    void start() {
        services = new Services(folder);
        services.server().mount("/inbox", new InboxPages(services.standIns()));
        services.server().mount("/inbox.json", new InboxJson(services.standIns())::all);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private String page(String path) throws Exception {
        return services.send(services.request(path)).response().body();
    }

    @Test
    void showsHostileTextAsText() throws Exception {
        String mail = "\"message\":{\"subject\":\"" + HOSTILE
                + "\",\"html\":\"<script>alert(2)</script><p>Hi</p>\",\"text\":\"" + HOSTILE
                + "\",\"from_email\":\"shop@example.com\",\"to\":[{\"email\":\"ann@example.org\"}],\"tags\":[\""
                + HOSTILE
                + "\"],\"metadata\":{\"token\":\"" + HOSTILE + "\"}}";
        String id = services.mandrill("/messages/send", mail)
                .body()
                .get(0)
                .get("_id")
                .asText();
        services.text(Map.of("To", "+14155550100", "From", Services.SENDER, "Body", HOSTILE));
        services.standIns()
                .salesforce()
                .contacts()
                .put(List.of(Map.of("LastName", HOSTILE, "Attune_Segments__c", HOSTILE)));

        for (String path : List.of(
                "/inbox",
                "/inbox/message/" + id,
                "/inbox/contacts",
                "/inbox/members",
                "/inbox/services",
                "/inbox?q=%3Cscript%3Ealert(1)",
                "/inbox/nothing%3Cscript%3Ealert(1)")) {
            assertThat(page(path)).as(path).contains("<html").doesNotContain("<script>alert(");
        }
        assertThat(page("/inbox")).contains("&lt;script&gt;");
        assertThat(page("/inbox/message/" + id))
                .contains("<iframe sandbox ")
                .contains("/inbox/message/" + id + "/html");
        var html = services.send(services.request("/inbox/message/" + id + "/html"))
                .response();
        assertThat(html.body()).contains("<p>Hi</p>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;");
    }

    @Test
    void findsMessagesAndPagesThroughThem() throws Exception {
        for (int number = 0; number < 60; number++) {
            services.text(Map.of(
                    "To", "+1415555" + (1000 + number), "From", Services.SENDER, "Body", "Number " + number + "."));
        }
        assertThat(page("/inbox"))
                .contains("Number 59.")
                .doesNotContain("Number 3.")
                .contains("Page 1 of 2");
        assertThat(page("/inbox?page=2&channel=sms")).contains("Number 3.").contains("?page=1&amp;channel=sms");
        assertThat(page("/inbox?q=number+7.")).contains("Number 7.").doesNotContain("Number 8.");
    }

    @Test
    void tellsAllAsJson() throws Exception {
        services.text(Map.of("To", "+14155550100", "From", Services.SENDER, "Body", "Hello"));
        services.standIns().salesforce().contacts().put(List.of(Map.of("LastName", "Ann")));

        var all = services.send(services.request("/inbox.json")).body();
        assertThat(all.get("counts").get("sms").get("people").asInt()).isEqualTo(1);
        assertThat(all.get("messages").get(0).get("body").asText()).isEqualTo("Hello");
        assertThat(all.get("contacts").get(0).get("LastName").asText()).isEqualTo("Ann");
        var bare = services.send(services.request("/inbox.json?content=false&state=false&from=1"))
                .body();
        assertThat(bare.get("messages")).isEmpty();
        assertThat(bare.has("contacts")).isFalse();
    }
}
