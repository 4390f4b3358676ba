package io.attune.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attune.content.PersonTokens;
import io.attune.content.ProductBlock;
import io.attune.crypto.KeysetFile;
import io.attune.definition.DefinitionException;
import io.attune.profile.AttributeDefinitions;
import io.attune.profile.ProfileStore;
import io.attune.segment.RuleCompiler;
import io.attune.segment.SegmentDefinitionReader;
import io.attune.segment.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignDefinitionReaderTest {

    private static final Path SCHEMAS = Path.of("../campaigns/schemas");

    private final Map<String, String> tokens =
            new HashMap<>(AttributeDefinitions.standard().tokens());

    @TempDir
    Path folder;

    @BeforeEach
    void shipOneSegment() throws IOException {
        for (String name : new String[] {"schemas", "segments", "campaigns", "templates"}) {
            Files.createDirectories(folder.resolve(name));
        }
        for (String schema : new String[] {"segment.schema.json", "campaign.schema.json"}) {
            Files.copy(SCHEMAS.resolve(schema), folder.resolve("schemas").resolve(schema));
        }
        write("segments/new.yaml", """
                name: new
                title: New
                description: New people
                rule: features.orders_90d >= 1
                """);
        write("templates/hello.txt", "Hello {{ FirstName }}");
    }

    @Test
    void readsACampaign() throws IOException {
        campaign("{segment: new}", "hello.txt", "fallbacks: {FirstName: you}");

        assertThat(read().find("hello").orElseThrow().maximumAge()).hasDays(2);
    }

    @Test
    void namesFileLineAndWhatIsThere() throws IOException {
        campaign("{segment: knew}", "hello.txt", "fallbacks: {FirstName: you}");

        assertThat(failure())
                .hasMessageContaining("hello.yaml:4: trigger/segment: there is no segment knew; there are new");
    }

    @Test
    void wantsAFallbackForEveryPersonalToken() throws IOException {
        campaign("{segment: new}", "hello.txt", "");

        assertThat(failure()).hasMessageContaining("hello.txt:1: the token FirstName needs a fallback");
    }

    @Test
    void takesTheTokensOfTheDefinedAttributes() throws IOException {
        tokens.put("IncomeBand", "income_band");
        write("templates/hello.txt", "For band {{ IncomeBand }}");
        campaign("{segment: new}", "hello.txt", "");
        assertThat(failure()).hasMessageContaining("hello.txt:1: the token IncomeBand needs a fallback");

        campaign("{segment: new}", "hello.txt", "fallbacks: {IncomeBand: yours}");
        assertThat(read().find("hello")).isPresent();

        tokens.remove("IncomeBand");
        assertThat(failure()).hasMessageContaining("hello.txt:1: there is no token IncomeBand; there are");
    }

    @Test
    void knowsEveryToken() throws IOException {
        write("templates/hello.txt", "Hello\n{% if segments %}{{ Firstname }}{% endif %}");
        campaign("{segment: new}", "hello.txt", "");

        assertThat(failure()).hasMessageContaining("hello.txt:2: there is no token Firstname; there are");
    }

    @Test
    void pointsIntoTheGuard() throws IOException {
        campaign("{segment: new}", "hello.txt", "fallbacks: {FirstName: you}\naudience: features.order_90d >= 1");

        assertThat(failure())
                .hasMessageContaining("hello.yaml:10:")
                .hasMessageContaining("undefined field 'order_90d'");
    }

    @Test
    void saysWhatAnEmailNeeds() throws IOException {
        campaign("{event: Order Completed}", "hello.txt", "fallbacks: {FirstName: you}");
        Path file = folder.resolve("campaigns/hello.yaml");
        Files.writeString(file, Files.readString(file).replace("channel: sms", "channel: mailchimp"));

        assertThat(failure()).hasMessageContaining("an e-mail needs an MJML template");
    }

    @Test
    void reportsAMissingKeyWithAnExample() throws IOException {
        write("campaigns/hello.yaml", "name: hello\n");

        assertThat(failure()).hasMessageContaining("\"trigger\" is missing").hasMessageContaining("segment");
    }

    private void campaign(String trigger, String template, String more) throws IOException {
        write("campaigns/hello.yaml", """
                name: hello
                title: Hello
                description: Says hello
                trigger: %s
                channel: sms
                purpose: marketing
                template: %s
                maximumAge: P2D
                %s
                """.formatted(trigger, template, more));
    }

    private CampaignDefinitions read() {
        RuleCompiler rules = new RuleCompiler(Vocabulary.of(Set.of("orders_90d"), Set.of("churn")));
        PersonTokens persons = new PersonTokens(
                new ProfileStore(new KeysetFile(folder.resolve("keyset.json")).open()),
                new ProductBlock(Clock.systemUTC()),
                "Shop",
                "https://shop.example",
                () -> tokens);
        return CampaignDefinitionReader.read(folder, rules, SegmentDefinitionReader.read(folder, rules), persons);
    }

    private DefinitionException failure() {
        DefinitionException failure = catchThrowableOfType(DefinitionException.class, this::read);
        assertThat(failure).isNotNull();
        return failure;
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
