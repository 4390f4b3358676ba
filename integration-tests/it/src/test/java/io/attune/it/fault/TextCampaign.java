package io.attune.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.load.Crowd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Greets new customers by text message as well, for as long as it is open. Not thread-safe. */
final class TextCampaign implements AutoCloseable {
    private static final String CAMPAIGN = """
            name: greeting-by-text
            title: Greeting by text
            description: Greets people after their first order.
            trigger:
              segment: new
            channel: sms
            purpose: marketing
            template: greeting-by-text.txt
            maximumAge: P3D
            fallbacks:
              FirstName: there
            """;
    private static final String TEMPLATE = "Hi {{ FirstName }}, welcome. Reply STOP to opt out.";

    private final Environment environment;
    private final Path campaign;
    private final Path template;

    private TextCampaign(Environment environment) {
        this.environment = environment;
        Path campaigns = environment.home().resolve("campaigns");
        this.campaign = campaigns.resolve("campaigns/greeting-by-text.yaml");
        this.template = campaigns.resolve("templates/greeting-by-text.txt");
    }

    static TextCampaign open(Environment environment) {
        TextCampaign opened = new TextCampaign(environment);
        try {
            Files.writeString(opened.template, TEMPLATE);
            Files.writeString(opened.campaign, CAMPAIGN);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        opened.reload();
        return opened;
    }

    /** The numbers that are due a text. */
    List<String> readers(Crowd crowd) {
        return crowd.welcomeByText();
    }

    private void reload() {
        JsonNode report = environment.client(Role.ENGINEER).post("/v1/definitions/reload");
        assertThat(report.path("problems")).as("problems of the definitions").isEmpty();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(campaign);
            Files.deleteIfExists(template);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        reload();
    }
}
